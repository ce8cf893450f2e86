create table public.a (id integer primary key, x integer);
create table public.b (id integer primary key, x integer references public.a);
alter table public.a add constraint ab foreign key (x) references public.b;
create table public.c (id integer primary key, x integer references public.a);
