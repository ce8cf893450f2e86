-- superuser, of the plan too
create access method kept type table handler heap_tableam_handler;
create access method comes type table handler heap_tableam_handler;
create access method changes type table handler heap_tableam_handler;
comment on access method changes is 'two';
