-- up
set local check_function_bodies = off;
-- ! opens_access
create function public.next_no()
returns integer
language sql
as $$ select coalesce(max(no), 0) + 1 from orders $$;
set local check_function_bodies = on;
create table public.orders (
  no integer default public.next_no(),
  note text,
  constraint c check ((public.next_no() > 0))
);
alter table public.orders enable row level security;
-- ! data_loss, breaks_clients
drop table public.x;
-- ! opens_access
create function public.orders_ok(o public.orders)
returns boolean
language sql
stable
as $$ select o.no in (select no from orders) $$;
-- ! opens_access
create policy p on public.orders
  for all
  to public
  using (public.orders_ok(orders.*));
select pg_catalog.fmgr_sql_validator('public.next_no()'::pg_catalog.regprocedure);

-- down
drop policy p on public.orders;
-- ! breaks_clients
drop function public.orders_ok(public.orders);
create table public.x (
  id integer
);
-- ! data_loss, breaks_clients
drop table public.orders;
-- ! breaks_clients
drop function public.next_no();
