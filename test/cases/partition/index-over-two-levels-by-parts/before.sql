create table p (id int not null, s int not null, v int) partition by list (id);
create table p_1 partition of p for values in (1) partition by range (s);
create table p_1_a partition of p_1 for values from (0) to (10);
create table p_1_d partition of p_1 default;
create index local_a on p_1_a (s);
