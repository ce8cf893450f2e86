-- up
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;
create or replace function public.f()
returns bigint
language plpgsql
as $$begin return (select sum(a) from public.t); end$$;

-- down
-- ! blocks_reads
alter table public.t
  add column b integer;
create or replace function public.f()
returns bigint
language plpgsql
as $$begin return (select sum(b) from public.t); end$$;
