create table public.t (a integer, b integer);
create view public.v with (security_invoker = true) as select b from public.t;
create view public.w as select b from public.t;
create view public.x with (check_option = cascaded) as select b from public.t where b > 1;
