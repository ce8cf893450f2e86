create table p (id int not null, k text check (k <> 'x'), primary key (id)) partition by list (id);
create table p_1 partition of p for values in (1);
create index on p (k);
