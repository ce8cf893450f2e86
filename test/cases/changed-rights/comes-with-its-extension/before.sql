-- superuser, of the plan too
create table public.t (a integer);
