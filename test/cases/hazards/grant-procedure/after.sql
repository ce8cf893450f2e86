create procedure public.p(integer) language sql as 'select $1';
revoke execute on procedure public.p(integer) from public;
grant execute on procedure public.p(integer) to service_role;
