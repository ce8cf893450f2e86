create table r (id int primary key);
create table p (id int not null, v int references r) partition by list (id);
create table p_1 (id int not null, v int, constraint mine foreign key (v) references r);
