-- up
-- ! blocks_reads
alter table public.price
  drop constraint price_euros_check;
drop view public.prices;
-- ! blocks_reads
alter table public.price
  add column cents bigint;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.price
  drop column euros;
create or replace function public.all_prices()
returns setof public.price
language sql
stable
as $$ select id, cents from public.price $$;
-- ! scan, blocks_reads
alter table public.price
  add constraint price_cents_check check ((cents >= 0));
-- ! breaks_clients
create view public.prices as
 select id,
    cents
   from public.price;

-- down
-- ! blocks_reads
alter table public.price
  drop constraint price_cents_check;
drop view public.prices;
-- ! blocks_reads
alter table public.price
  add column euros numeric(10,2);
-- ! data_loss, blocks_reads, breaks_clients
alter table public.price
  drop column cents;
create or replace function public.all_prices()
returns setof public.price
language sql
stable
as $$ select id, euros from public.price $$;
-- ! scan, blocks_reads
alter table public.price
  add constraint price_euros_check check ((euros >= (0)::numeric));
-- ! breaks_clients
create view public.prices as
 select id,
    euros
   from public.price;
