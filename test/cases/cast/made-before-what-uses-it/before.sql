create type public.mood as enum ('good', 'bad');
