create table public.t (a integer);
create function public.f() returns integer language sql as 'select 1';
grant all on public.t to anon;
revoke all on public.t from anon;
grant select on public.t to postgres;
grant execute on function public.f() to public;
