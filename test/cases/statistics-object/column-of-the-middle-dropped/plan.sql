-- up
drop statistics public.goes;
drop statistics public.stays;
create statistics public.stays
  on d, z, lower("A")
  from public.t;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;

-- down
drop statistics public.stays;
-- ! blocks_reads
alter table public.t
  add column b integer;
create statistics public.goes
  on "A", b, z
  from public.t;
create statistics public.stays
  on d, z, lower("A"), (b + d)
  from public.t;
