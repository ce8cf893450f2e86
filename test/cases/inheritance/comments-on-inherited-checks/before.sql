create table p (v int, constraint ok check (v > 0));
create table c () inherits (p);
comment on constraint ok on c is 'old';
