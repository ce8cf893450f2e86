create table public.o (a integer);
create table public.p (a integer default 1, b text, constraint c check (a > 0));
create table public.q (c integer, a integer default 7) inherits (public.p);
create table public.r () inherits (public.p);
comment on column public.r.a is 'A';
