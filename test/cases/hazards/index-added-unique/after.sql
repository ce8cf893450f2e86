create table public.t (a integer);
create unique index i on public.t (a) where a > 0;
