create view public.v with (security_invoker = true) as select 1 as a;
