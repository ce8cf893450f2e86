create table ev (id int, kind text) partition by list (id);
create table ev_1 partition of ev (kind not null) for values in (1);
