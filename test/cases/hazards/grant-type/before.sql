create type public.mood as enum ('sad', 'happy');
revoke usage on type public.mood from public;
