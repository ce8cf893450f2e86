create type public.mood as enum ('good', 'bad');
create function public.number_of(mood public.mood) returns integer language sql immutable as 'select 1';
create cast (public.mood as integer) with function public.number_of(public.mood) as assignment;
comment on cast (public.mood as integer) is 'stays';
create table public.notes (id integer primary key, mood public.mood);
