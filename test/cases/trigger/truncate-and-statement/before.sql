create table public.a (x integer);
create function public.f() returns trigger language plpgsql as 'begin return null; end';
