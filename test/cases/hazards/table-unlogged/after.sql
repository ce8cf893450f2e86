create unlogged table public.t (a integer);
