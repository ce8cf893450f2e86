create table public.t (a integer, b text);
create index i on public.t (a, lower(b));
