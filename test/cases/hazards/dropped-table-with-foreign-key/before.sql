create table public.p (id integer primary key);
create table public.c (id integer primary key, p integer references public.p (id));
