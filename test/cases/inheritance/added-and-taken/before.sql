create table public.p (a integer, b text);
create table public.q (a integer, b text, c integer);
create table public.r (c integer) inherits (public.p);
