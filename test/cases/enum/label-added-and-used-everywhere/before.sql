create type public.e as enum ('a', 'b');
create table public.t (id integer, e public.e default 'a', check (e <> 'b' or id > 0));
create function public.f(public.e default 'a') returns public.e language sql as 'select $1';
create view public.v as select * from public.t where e = 'a';
create domain public.d as public.e check (value = 'a');
