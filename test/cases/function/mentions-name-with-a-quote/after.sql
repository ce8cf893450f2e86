create table public.o (a integer);
create function public."z""f"() returns integer language sql as 'select 1';
create function public.a() returns integer language sql as 'select public."z""f"()';
create function public.z_plain() returns integer language sql as 'select 1';
create function public.b() returns integer language sql as 'select Public . Z_Plain()';
