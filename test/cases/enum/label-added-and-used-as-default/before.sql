create type public.mood as enum ('bad', 'good');
create table public.t (id integer primary key, mood public.mood not null default 'bad');
