-- up
-- ! blocks_writes
create or replace trigger x before update of a on public.t for each row execute function public.touch();
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;

-- down
-- ! blocks_reads
alter table public.t
  add column b integer;
-- ! blocks_writes
create or replace trigger x before update of a, b on public.t for each row execute function public.touch();
