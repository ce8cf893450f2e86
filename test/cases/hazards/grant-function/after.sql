create function public.f(integer) returns integer language sql as 'select $1';
revoke execute on function public.f(integer) from public;
grant execute on function public.f(integer) to anon;
