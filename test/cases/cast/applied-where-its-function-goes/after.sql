create type public.mood as enum ('good', 'bad');
create function public.two(mood public.mood) returns integer language sql immutable as 'select 1';
create cast (public.mood as integer) with function public.two(public.mood) as implicit;
create table public.notes (
  id integer primary key,
  mood public.mood,
  worth integer default 'good'::public.mood,
  constraint notes_mood_check check (mood + 1 > 0)
);
create index notes_mood on public.notes ((mood + 1));
