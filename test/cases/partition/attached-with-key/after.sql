create table p (id int not null, v int, primary key (id)) partition by list (id);
create table p_1 (id int not null, v int, constraint mine primary key (id));
alter table p attach partition p_1 for values in (1);
