create type public.mood as enum ('sad', 'happy');
create table public.t (a text);
