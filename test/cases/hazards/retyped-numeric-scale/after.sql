create table public.t (a numeric(12, 2));
