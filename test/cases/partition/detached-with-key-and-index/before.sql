create table p (id int not null, k text, primary key (id)) partition by list (id);
create table p_1 partition of p for values in (1);
create table p_2 partition of p for values in (2);
create index on p (k);
