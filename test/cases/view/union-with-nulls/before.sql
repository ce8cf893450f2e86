create table k (id int, word varchar(50));
