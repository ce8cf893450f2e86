create table public.t (a integer, b integer, constraint k unique nulls not distinct (a) include (b) with (fillfactor = 70));
