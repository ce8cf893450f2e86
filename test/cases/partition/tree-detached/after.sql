create table p (id int not null, s int not null, v int, primary key (id, s)) partition by list (id);
create table p_1 (id int not null, s int not null, v int, primary key (id, s)) partition by range (s);
create table p_1_a partition of p_1 for values from (0) to (10);
create index on p (v);
create index on p_1 (v);
