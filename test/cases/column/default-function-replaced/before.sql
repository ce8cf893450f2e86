create function public.next_n() returns integer language sql as 'select 7';
create table public.t (id integer primary key, n integer default public.next_n());
