create type public.mood as enum ('sad', 'happy');
alter type public.mood add value 'calm' before 'happy';
