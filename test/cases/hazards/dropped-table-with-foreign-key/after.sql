create table public.p (id integer primary key);
