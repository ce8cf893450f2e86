-- up
-- ! blocks_reads
alter table public.p
  detach partition public.p_1;
-- ! data_loss, breaks_clients
drop table public.p;

-- down
create table public.p (
  id integer not null,
  k text,
  constraint p_pkey primary key (id),
  constraint p_k_check check ((k <> 'x'::text))
)
partition by list (id);
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.p_1 for values in (1);
-- ! blocks_writes
create index p_k_idx on public.p using btree (k);
