create type public.mood as enum ('bad', 'fair', 'good');
comment on type public.mood is 'How it is.';
create table public.t (
  id integer primary key,
  mood public.mood not null default 'good',
  constraint t_mood_check check (mood <> 'bad')
);
create index t_mood_idx on public.t (mood) where mood = 'good';
create function public.f(m public.mood) returns integer language sql immutable as 'select 1';
create view public.v as select id, mood from public.t;
