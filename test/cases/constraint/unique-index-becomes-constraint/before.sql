create table public.t (a integer);
create unique index t_a_key on public.t (a);
