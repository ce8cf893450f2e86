create table p (id int not null, k text, primary key (id)) partition by list (id);
create table p_1 (id int not null, k text, primary key (id));
create table p_2 partition of p for values in (2);
create index on p (k);
create index on p_1 (k);
