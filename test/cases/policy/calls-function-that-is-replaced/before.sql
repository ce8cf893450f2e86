create table public.t (a integer);
create function public.may(a integer) returns boolean language sql stable as 'select a = 1';
create policy own on public.t for select using (public.may(a));
comment on policy own on public.t is 'Own.';
