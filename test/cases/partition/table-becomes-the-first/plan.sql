-- up
create table public.p (
  id integer not null,
  v integer,
  constraint p_pkey primary key (id)
)
partition by list (id);
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.p_1 for values in (1);
-- ! blocks_writes
create index p_v on public.p using btree (v);

-- down
-- ! blocks_reads
alter table public.p
  detach partition public.p_1;
-- ! data_loss, breaks_clients
drop table public.p;
