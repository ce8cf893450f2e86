create table k (id int, word varchar(50), gone int);
create view v as select id, word, gone from k where word in ('a','b');
create index i on k (id) where word in ('a','b');
