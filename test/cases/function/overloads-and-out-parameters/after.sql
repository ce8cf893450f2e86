create function public.f(a integer, out b integer, out d text) language sql as 'select 1, ''y''';
create function public.f(a text, variadic r integer[]) returns table (x integer, y text) language sql as 'select 1, ''y''';
create procedure public.p(inout a integer) language plpgsql as 'begin a := 1; end';
comment on procedure public.p(integer) is 'P.';
revoke execute on procedure public.p(integer) from public;
