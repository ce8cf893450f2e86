create table k (id int);
