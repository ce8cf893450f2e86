create table public.p (id integer primary key);
create table public.c (id integer primary key, p integer, constraint c_p_fkey foreign key (p) references public.p (id));
