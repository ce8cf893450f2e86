create table public.t (a timestamp);
