create table public.t (a integer, b integer);
create view public.v with (security_invoker = true) as select a, b from public.t;
