create table public.old (a integer);
