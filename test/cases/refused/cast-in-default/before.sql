create type public.mood as enum ('good', 'bad');
create function public.one(mood public.mood) returns integer language sql immutable as 'select 1';
create function public.two(mood public.mood) returns integer language sql immutable as 'select 2';
create cast (public.mood as integer) with function public.one(public.mood) as assignment;
create table public.notes (id integer primary key, worth integer default 'good'::public.mood);
