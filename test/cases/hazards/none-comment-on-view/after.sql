create view public.v with (security_invoker = true) as select 1 as a;
comment on view public.v is 'V.';
comment on column public.v.a is 'A.';
