create table public.t (a integer, b integer) partition by range (a);
create index i on public.t (b);
