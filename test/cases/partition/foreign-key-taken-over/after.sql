create table r (id int primary key);
create table p (id int) partition by list (id);
create table p_1 partition of p (constraint mine foreign key (id) references r) for values in (1);
alter table p add constraint pf foreign key (id) references r;
