-- up
create table public.a_table (
  a integer
);
-- ! opens_access
create function public.a_function(t public.a_table)
returns integer
language sql
as $$select t.a$$;
-- ! opens_access
create function public.b_function()
returns setof public.a_table
language sql
as $$select * from public.a_table$$;

-- down
-- ! breaks_clients
drop function public.a_function(public.a_table);
-- ! breaks_clients
drop function public.b_function();
-- ! data_loss, breaks_clients
drop table public.a_table;
