create table p (id int not null, v int, primary key (id)) partition by list (id);
create table p_1 (id int not null, v int, constraint mine primary key (id));
