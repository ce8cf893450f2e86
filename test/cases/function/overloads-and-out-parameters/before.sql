create function public.f(a integer, out b integer, out c text) language sql as 'select 1, ''x''';
create function public.f(a text, variadic r integer[]) returns integer language sql as 'select 1';
