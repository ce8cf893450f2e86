create table public.t (id integer primary key, name varchar(10));
