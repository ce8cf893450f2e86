create type public.mood as enum ('sad', 'calm', 'happy');
