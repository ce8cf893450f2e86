-- up
-- ! blocks_reads
alter table public.price
  drop constraint price_euros_check,
  add column cents bigint;
drop view public.prices;
-- ! data_loss, scan, blocks_reads, breaks_clients
alter table public.price
  drop column euros,
  add constraint price_cents_check check ((cents >= 0));
create or replace function public.all_prices()
returns setof public.price
language sql
stable
as $$ select id, cents from public.price $$;
-- ! breaks_clients
create view public.prices as
 select id,
    cents
   from public.price;

-- down
-- ! blocks_reads
alter table public.price
  drop constraint price_cents_check,
  add column euros numeric(10,2);
drop view public.prices;
-- ! data_loss, scan, blocks_reads, breaks_clients
alter table public.price
  drop column cents,
  add constraint price_euros_check check ((euros >= (0)::numeric));
create or replace function public.all_prices()
returns setof public.price
language sql
stable
as $$ select id, euros from public.price $$;
-- ! breaks_clients
create view public.prices as
 select id,
    euros
   from public.price;
