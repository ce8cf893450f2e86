create table p (v int, constraint ok check (v > 0));
create table c () inherits (p);
comment on constraint ok on c is 'new';
create table d () inherits (p);
comment on constraint ok on d is 'new';
