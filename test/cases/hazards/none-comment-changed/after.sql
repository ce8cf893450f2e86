create table public.t (a integer);
comment on table public.t is 'New.';
