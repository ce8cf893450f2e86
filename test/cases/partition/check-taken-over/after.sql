create table ev (id int, kind text) partition by list (id);
create table ev_1 partition of ev for values in (1);
create table ev_2 partition of ev for values in (2);
alter table ev add constraint ok check (kind <> 'x');
