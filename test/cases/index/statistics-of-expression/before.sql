create table public.t (a integer, b jsonb);
create index i on public.t ((a + 1));
