create type public.mood as enum ('bad', 'good');
