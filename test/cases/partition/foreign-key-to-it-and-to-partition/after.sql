create table p (id int not null, primary key (id)) partition by list (id);
create table p_1 partition of p for values in (1);
create table p_2 partition of p for values in (2);
create table r (id int references p, o int references p_1);
