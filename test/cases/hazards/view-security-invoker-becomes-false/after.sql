create table public.t (a integer);
create view public.v with (security_invoker = off) as select a from public.t;
