create type public.mood as enum ('bad', 'fair', 'good');
create table public.t (id integer, mood public.mood) partition by range (id);
create table public.t_1 partition of public.t for values from (0) to (10);
