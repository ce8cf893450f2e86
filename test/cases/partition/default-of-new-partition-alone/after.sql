create table ev (id int, kind text default 'p') partition by list (id);
create table ev_1 partition of ev (kind default null) for values in (1);
create table ev_2 partition of ev (kind default 'z') for values in (2);
