create type public.e as enum ('a', 'b', 'c', 'd');
create table public.t (e public.e, constraint k check (e <> 'b'));
create view public.v as select e from public.t where e = 'd';
