create table p (id int not null, v int, constraint pp primary key (id)) partition by list (id);
create table p_1 partition of p for values in (1);
create index p_a on p (v);
