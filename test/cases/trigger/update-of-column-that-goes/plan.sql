-- up
-- ! blocks_reads
drop trigger x on public.t;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;
-- ! blocks_writes
create trigger x before update of a on public.t for each row execute function public.touch();
comment on trigger x on public.t is 'X.';

-- down
-- ! blocks_reads
drop trigger x on public.t;
-- ! blocks_reads
alter table public.t
  add column b integer;
-- ! blocks_writes
create trigger x before update of a, b on public.t for each row execute function public.touch();
comment on trigger x on public.t is 'X.';
