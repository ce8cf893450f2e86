create type public.mood as enum ('c', 'a');
create table public.t (
  id integer primary key,
  mood public.mood,
  n numeric(12, 4) not null,
  s bigint
);
comment on column public.t.s is 'Large.';
grant select (n), update (s) on public.t to public;
