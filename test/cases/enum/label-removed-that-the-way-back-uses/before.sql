create type public.mood as enum ('bad', 'fair', 'good');
create domain public.outlook as public.mood check (value <> 'bad');
create table public.t (
  id integer primary key,
  mood public.mood not null default 'fair',
  later public.outlook default 'fair',
  past public.mood[] default '{fair}',
  constraint t_check check (mood <> 'fair' or id > 0)
);
create index t_fair on public.t (id) where mood = 'fair';
create view public.v as select id from public.t where mood = 'fair';
create function public.f(mood public.mood default 'fair') returns public.mood language sql stable as 'select mood';
comment on type public.mood is 'three';
