create table public.t (a integer, b jsonb);
