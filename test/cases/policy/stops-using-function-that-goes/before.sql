create table public.t (a integer);
create function public.f() returns integer language sql stable as 'select 1';
create policy own on public.t for select using (a = public.f());
create view public.v as select a from public.t where a = public.f();
