create procedure public.p(integer) language sql as 'select $1';
revoke execute on procedure public.p(integer) from public;
