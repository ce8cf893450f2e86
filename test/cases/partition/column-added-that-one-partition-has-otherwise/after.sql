create table ev (id int, kind text default 'k') partition by list (id);
create table ev_1 partition of ev for values in (1);
alter table ev_1 alter kind set not null;
alter table ev_1 alter kind set default 'l';
alter table ev_1 alter kind set storage main;
alter table ev_1 alter kind set statistics 33;
comment on column ev_1.kind is 'c';
