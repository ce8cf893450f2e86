create type public.mood as enum ('sad', 'happy', 'calm');
create table public.t (a public.mood);
create function public.f() returns text language plpgsql as 'declare m public.mood := ''sad''; begin return m::text; end';
