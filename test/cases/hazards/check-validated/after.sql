create table public.t (a integer, constraint positive check (a > 0));
