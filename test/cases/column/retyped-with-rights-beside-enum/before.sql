create type public.mood as enum ('a', 'b');
create table public.t (
  id integer primary key,
  mood public.mood,
  n numeric(10, 2),
  s smallint
);
comment on column public.t.s is 'Small.';
