create table public.t (a integer, b integer);
create view public.v as select b from public.t;
create view public.w with (security_barrier = true) as select b from public.t;
create view public.x with (check_option = local) as select b from public.t where b > 1;
