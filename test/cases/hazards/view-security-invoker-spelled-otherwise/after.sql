create view public.v with (security_invoker = on) as select 1 as a;
