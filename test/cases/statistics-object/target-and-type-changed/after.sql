create table public.t (a bigint, b integer);
create statistics public.st on a, b from public.t;
alter statistics public.st set statistics 77;
