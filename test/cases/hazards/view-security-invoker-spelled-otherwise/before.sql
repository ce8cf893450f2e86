-- On and true are the same to whoever reads; the option is set all the same.
create view public.v with (security_invoker = true) as select 1 as a;
