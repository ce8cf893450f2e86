create table p (id int not null, s int not null, v int, primary key (id, s)) partition by list (id);
create index on p (v);
create index on p (lower(v::text));
create index on p ((v + 1));
