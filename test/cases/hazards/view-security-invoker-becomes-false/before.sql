create table public.t (a integer);
create view public.v with (security_invoker = on) as select a from public.t;
