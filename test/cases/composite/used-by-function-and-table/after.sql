create type public.c as (a integer, b text, d date);
create function public.f(c public.c) returns public.c language sql as 'select c';
create table public.t (c public.c, l public.c[]);
