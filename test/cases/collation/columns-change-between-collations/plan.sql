-- up
-- ! blocks_reads
drop index public.t_name_idx;
create collation public.b (
  provider = icu,
  locale = 'sv'
);
-- ! blocks_reads
alter table public.t
  alter column name type text collate public.b;
-- ! breaks_clients
drop collation public.a;
-- ! scan, blocks_writes
create index t_name_idx on public.t using btree (name);

-- down
-- ! blocks_reads
drop index public.t_name_idx;
create collation public.a (
  provider = icu,
  locale = 'de'
);
-- ! blocks_reads
alter table public.t
  alter column name type text collate public.a;
-- ! breaks_clients
drop collation public.b;
-- ! scan, blocks_writes
create index t_name_idx on public.t using btree (name);
