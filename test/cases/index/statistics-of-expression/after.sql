create table public.t (a integer, b jsonb);
create index i on public.t ((a + 1));
alter index public.i alter column 1 set statistics 500;
