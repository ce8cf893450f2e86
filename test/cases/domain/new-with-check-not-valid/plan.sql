-- up
create domain public.n as integer
  default 1
  constraint b check ((value < 9));
alter domain public.n
  add constraint c check ((value > 0)) not valid;
comment on constraint c on domain public.n is 'Some are below.';
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column b public.n;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;
-- ! breaks_clients
drop domain public.n;
