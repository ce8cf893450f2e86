create function public.f(a integer) returns integer language sql as 'select a';
revoke execute on function public.f(integer) from public;
grant execute on function public.f(integer) to anon;
comment on function public.f(integer) is 'F.';
