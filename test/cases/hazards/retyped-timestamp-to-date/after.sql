create table public.t (a date);
