create table public.t (a integer);
create table public.u (a integer);
create function public.f() returns bigint language sql as 'select count(*) from public.t';
create function public.g() returns bigint language plpgsql as 'begin return (select max(a) from t); end';
create function public.h() returns bigint language sql as 'select count(*) from public.u -- not public.t';
create function public.i() returns text language sql as 'select ''public.t''::text';
