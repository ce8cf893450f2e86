create type public.e as enum ('z', 'a', 'b', 'c');
create table public.t (id integer, e public.e default 'c', f public.e[] default '{z,c}', check (e <> 'z' or id > 0));
create index ti on public.t (e) where e = 'z';
create function public.f(public.e default 'z') returns public.e language sql begin atomic select 'c'::public.e; end;
create view public.v as select * from public.t where e = 'c';
create domain public.d as public.e default 'z' check (value in ('a', 'z'));
create policy p on public.t using (e = 'z');
