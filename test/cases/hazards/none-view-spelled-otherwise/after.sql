create table public.t (a integer, b integer);
create view public.v with (security_invoker = true) as select public.t.a as a, t.b from public.t where ((t.a) > (1));
