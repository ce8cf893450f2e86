create table public.t (a integer, b integer);
create function public.touch() returns trigger language plpgsql as 'begin return null; end';
create trigger x after update on public.t referencing old table as o new table as n for each statement execute function public.touch();
