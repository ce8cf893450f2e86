create table ev (id int, n int) partition by list (id);
create table ev_1 partition of ev for values in (1);
alter table ev_1 add primary key (id);
alter table ev add primary key (id);
alter table ev drop constraint ev_pkey;
