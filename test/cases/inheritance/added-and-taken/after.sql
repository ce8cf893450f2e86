create table public.p (a integer, b text);
create table public.q (a integer, b text, c integer) inherits (public.p);
create table public.r (a integer, b text, c integer);
