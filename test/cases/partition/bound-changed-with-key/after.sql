create table p (id int not null, v int, primary key (id)) partition by list (id);
create table p_1 partition of p for values in (1, 2);
create index on p (v);
