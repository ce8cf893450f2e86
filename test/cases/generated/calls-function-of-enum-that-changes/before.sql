create type public.e as enum ('a', 'b');
create function public.n(public.e) returns integer language sql immutable as $$select case $1 when 'a' then 1 else 2 end$$;
create table public.t (e public.e not null default 'a', g integer generated always as (public.n(e)) stored, constraint c check (public.n(e) > 0));
create index i on public.t (public.n(e));
create index j on public.t (g);
