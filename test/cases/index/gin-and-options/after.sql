create table public.t (a integer, b jsonb);
create index i on public.t using gin (b jsonb_path_ops) with (fastupdate = off);
create index j on public.t using brin (a) with (pages_per_range = 10);
create index k on public.t using hash (a);
