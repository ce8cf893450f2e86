create unlogged table public.a (id integer primary key, x integer);
create unlogged table public.b (id integer primary key, x integer);
create unlogged table public.c (id integer primary key, x integer, up integer references public.c);
create unlogged table public.d (id integer primary key, x integer references public.a);
create table public.stays (id integer primary key);
create unlogged table public.e (id integer primary key, x integer references public.stays, d integer references public.d);
alter table public.a add constraint ab foreign key (x) references public.b;
alter table public.b add constraint bc foreign key (x) references public.c;
