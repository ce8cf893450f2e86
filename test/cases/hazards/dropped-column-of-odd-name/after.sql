set check_function_bodies = off;
create table public."Big T" (id integer);
create function public.f() returns text language sql as 'select max("logLevel") from public."Big T"';
create function public.g() returns text language sql as 'select max(id)::text as loglevel from public."Big T"';
