create type public.mood as enum ('sad', 'happy', 'calm');
create table public.t (a public.mood);
create table public.u (a public.mood[], b integer);
