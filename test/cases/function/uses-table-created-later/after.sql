create table public.o (a integer);
create table public.a_table (a integer);
create function public.a_function(t public.a_table) returns integer language sql as 'select t.a';
create function public.b_function() returns setof public.a_table language sql as 'select * from public.a_table';
