create table public.t (a integer) with (fillfactor = 70);
