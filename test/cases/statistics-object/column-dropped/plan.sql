-- up
drop statistics public.gone;
drop statistics public.st;
create statistics public.st
  on a, b
  from public.t;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column c;

-- down
drop statistics public.st;
-- ! blocks_reads
alter table public.t
  add column c integer;
create statistics public.gone
  on b, c
  from public.t;
create statistics public.st
  on a, b, c
  from public.t;
