create type public.mood as enum ('bad', 'good');
create domain public.outlook as public.mood check (value <> 'bad');
create table public.t (
  id integer primary key,
  mood public.mood not null default 'good',
  later public.outlook default 'good',
  past public.mood[] default '{good}',
  constraint t_check check (mood <> 'good' or id > 0)
);
create index t_fair on public.t (id) where mood = 'good';
create view public.v as select id from public.t where mood = 'good';
create function public.f(mood public.mood default 'good') returns public.mood language sql stable as 'select mood';
comment on type public.mood is 'three';
