create table public.t (a integer, b integer);
create function public.f() returns bigint language plpgsql as 'begin return (select sum(b) from public.t); end';
