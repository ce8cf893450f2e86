create table k (id int, word varchar(50));
create index i on k (id) where word in ('a','b');
create unique index j on k ((word in ('a','b')), (coalesce(word,'x'))) where word like any (array['a','b']::varchar[]) and id between 1 and 3;
