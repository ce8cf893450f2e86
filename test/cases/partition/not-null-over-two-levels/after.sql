create table p (id int, s int not null) partition by list (id);
create table p_1 partition of p for values in (1) partition by list (s);
create table p_1_1 partition of p_1 for values in (1);
