create table ev (id int, n int) partition by list (id);
create table ev_1 partition of ev for values in (1);
alter table ev add primary key (id);
