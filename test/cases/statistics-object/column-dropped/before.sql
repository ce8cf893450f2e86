create table public.t (a integer, b integer, c integer);
create statistics public.st on a, b, c from public.t;
create statistics public.gone on b, c from public.t;
