create type public.mood as enum ('good', 'bad');
create table public.t (id integer primary key, mood public.mood, moods public.mood[]);
