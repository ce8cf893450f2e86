-- up
set local check_function_bodies = off;
create or replace function public.next_no()
returns integer
language sql
as $$ select coalesce(max(no), 0) + 1 from orders $$;
set local check_function_bodies = on;
-- ! rewrite, scan, blocks_reads
alter table public.orders
  add column no integer default public.next_no();
select pg_catalog.fmgr_sql_validator('public.next_no()'::pg_catalog.regprocedure);

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.orders
  drop column no;
create or replace function public.next_no()
returns integer
language sql
as $$ select 1 $$;
