-- superuser, of the plan too
create extension citext schema public;
create table public.t (id integer primary key, a citext);
create index t_a_idx on public.t (a);
create function public.like_it(a citext, b integer) returns boolean language sql immutable as 'select length(a::text) = b';
create operator public.=# (function = public.like_it, leftarg = citext, rightarg = integer);
create operator class public.citext_too for type citext using btree as
  operator 1 public.< (citext, citext), operator 3 public.= (citext, citext), function 1 citext_cmp(citext, citext);
