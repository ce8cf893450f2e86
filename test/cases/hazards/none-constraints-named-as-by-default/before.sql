create table public.p (id integer primary key);
create table public.t (id integer primary key, a integer unique, p integer references public.p (id));
