create table public.t (id int primary key, a varchar(3), b char(10), c numeric(5,1));
