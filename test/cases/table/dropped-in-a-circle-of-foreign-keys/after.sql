create table public.o (id integer primary key);
