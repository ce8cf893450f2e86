create table public.t (a integer);
create function public.f() returns bigint language plpgsql as 'begin return (select sum(a) from public.t); end';
