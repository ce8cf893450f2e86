-- up
-- ! blocks_reads
alter table public.was
  not of;
-- ! blocks_reads
alter table public.plain
  of public.pt;
create table public.gt (
  x integer not null default 3,
  y numeric(10,2),
  z text collate "C" not null,
  constraint gt_pkey primary key (x),
  constraint gt_y_check check ((y > (0)::numeric))
)
with (fillfactor=50);
alter table public.gt
  of public.pt;
alter table public.gt enable row level security;
create index gt_y_idx on public.gt using btree (y);

-- down
-- ! blocks_reads
alter table public.was
  of public.pt;
-- ! blocks_reads
alter table public.plain
  not of;
-- ! data_loss, breaks_clients
drop table public.gt;
