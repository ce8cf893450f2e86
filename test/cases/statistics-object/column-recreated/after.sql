create table public.t (a integer, b integer, c bigint generated always as (a * b) stored);
create statistics public.st on a, c from public.t;
alter statistics public.st set statistics 7;
