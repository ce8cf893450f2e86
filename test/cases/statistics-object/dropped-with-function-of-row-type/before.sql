create table public.stays (a integer);
create table public.t (a integer, c text);
create function public.g(a integer) returns public.t language sql immutable as $$ select g.a, 'x' $$;
create statistics public.st on a, ((public.g(a)).c) from public.t;
