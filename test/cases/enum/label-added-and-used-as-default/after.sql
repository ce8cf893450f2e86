create type public.mood as enum ('bad', 'fair', 'good');
create table public.t (id integer primary key, mood public.mood not null default 'fair');
