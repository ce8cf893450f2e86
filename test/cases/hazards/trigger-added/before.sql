create table public.t (a integer);
create function public.f() returns trigger language plpgsql as 'begin return new; end';
