create table public.t (a numeric(10, 2));
