create type public.mood as enum ('bad', 'good');
create table public.t (id integer primary key, mood text not null default 'bad');
