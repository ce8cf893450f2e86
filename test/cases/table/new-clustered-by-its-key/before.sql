create table public.old (id integer primary key);
