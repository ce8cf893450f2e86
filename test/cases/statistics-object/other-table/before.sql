create table public.t (a integer, b integer);
create table public.u (a integer, b integer);
create statistics public.st on a, b from public.t;
