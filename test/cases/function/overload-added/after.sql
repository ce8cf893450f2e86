create function public.f(a integer) returns integer language sql as 'select a';
create function public.f(a integer, b integer default 1) returns integer language sql as 'select a';
create function public.f(variadic a text[]) returns integer language sql as 'select 1';
