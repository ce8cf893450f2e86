create table public.t (id integer primary key, a integer);
create function public.f() returns integer language plpgsql as 'declare n integer; begin select a into n from public.t; return n; end';
