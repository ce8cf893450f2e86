create table public.t (a integer);
create index i on public.t (a);
