create function public.next_n() returns bigint language sql as 'select 8::bigint';
create table public.t (id integer primary key, n integer default public.next_n());
