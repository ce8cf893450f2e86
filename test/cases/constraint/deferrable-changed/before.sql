create table public.t (a integer constraint k unique);
