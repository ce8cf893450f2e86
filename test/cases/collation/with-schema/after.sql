create schema s;
create collation s.c (provider = icu, locale = 'de');
create table public.t (id integer, name text collate s.c default 'x');
create function public.f() returns text language sql stable return (select max(name collate s.c) from public.t);
