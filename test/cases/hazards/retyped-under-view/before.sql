-- The view is dropped and recreated: its own lock is not said, as of everything that the plan drops.
create table public.t (a integer);
create view public.v with (security_invoker = true) as select a from public.t;
