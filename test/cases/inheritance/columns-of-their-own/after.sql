create table public.p (a bigint, x text not null default 'q', y integer default 1);
create table public.c (b integer, x text not null default 'r', y integer) inherits (public.p);
create table public.d (x text not null default 's', y integer default 3) inherits (public.c);
create table public.e (y integer default 4) inherits (public.p);
comment on column public.c.x is 'its own too';
