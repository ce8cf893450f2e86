create table public.t (a integer);
create view public.v with (security_invoker = true) as select a from public.t;
