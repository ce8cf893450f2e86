-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.invoices
  alter column net type numeric(14,3);
-- ! rewrite, scan, blocks_reads
alter table public.invoices
  alter column plain set expression as (lower(number)),
  alter column short set expression as ("left"(number, 3));

-- down
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.invoices
  alter column net type numeric(12,2);
-- ! rewrite, scan, blocks_reads
alter table public.invoices
  alter column plain set expression as (upper(number)),
  alter column short set expression as ("left"(number, 2));
