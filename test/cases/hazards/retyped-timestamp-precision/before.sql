create table public.t (a timestamp(3));
