-- superuser, of the plan too
create type public.temp as (degrees integer);
create table public.days (id integer primary key, low public.temp);
