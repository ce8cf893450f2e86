-- superuser, of the plan too
create extension citext schema public;
create table public.t (id integer primary key, a citext);
create index t_a_idx on public.t (a);
create function public.longer(a citext, b integer) returns boolean language sql immutable as 'select length(a::text) >= b';
create operator public.=# (function = public.longer, leftarg = citext, rightarg = integer);
