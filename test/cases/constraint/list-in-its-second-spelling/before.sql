create table k (id int, word varchar(50) not null);
alter table k add constraint known check (word in ('a', 'b', 'c'));
