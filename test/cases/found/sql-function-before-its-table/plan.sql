-- up
create table public.price (
  item integer,
  cents integer
);
create function public.dearest(n integer)
returns setof integer
language sql
stable
as $$
  select item from price order by cents desc limit n
$$;
revoke all on function public.dearest(integer) from public;
-- ! opens_access
grant execute on function public.dearest(integer) to public;

-- down
-- ! breaks_clients
drop function public.dearest(integer);
-- ! data_loss, breaks_clients
drop table public.price;
