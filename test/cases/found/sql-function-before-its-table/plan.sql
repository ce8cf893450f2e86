-- up
create table public.price (
  item integer,
  cents integer
);
-- ! opens_access
create function public.dearest(n integer)
returns setof integer
language sql
stable
as $$
  select item from price order by cents desc limit n
$$;

-- down
-- ! breaks_clients
drop function public.dearest(integer);
-- ! data_loss, breaks_clients
drop table public.price;
