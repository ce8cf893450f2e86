create unlogged table public.a (id integer primary key, x integer);
create unlogged table public.c (id integer primary key, x integer references public.a);
