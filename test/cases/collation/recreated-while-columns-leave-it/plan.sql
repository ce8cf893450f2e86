-- up
-- ! blocks_reads
drop index public.t_name_idx;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  alter column name type text collate "C",
  drop column gone;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'sv'
);
-- ! scan, blocks_writes
create index t_name_idx on public.t using btree (name);

-- down
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'de'
);
-- ! scan, blocks_reads
alter table public.t
  alter column name type text collate public.c,
  add column gone text collate public.c;
