create table public.p (a integer default 1, b text);
create table public.q (c integer) inherits (public.p);
