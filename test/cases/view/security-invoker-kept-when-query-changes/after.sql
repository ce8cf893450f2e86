create table public.t (a integer, b integer);
create view public.v with (security_invoker = true, security_barrier = true) as select a, b from public.t where a > 0;
comment on view public.v is 'V';
grant select on public.v to anon;
