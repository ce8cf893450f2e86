-- up
-- ! blocks_reads
drop index public.t_a;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'und-u-ks-level2',
  deterministic = false
);
-- ! scan, blocks_writes, fails_on_rows
create unique index t_a on public.t using btree (a collate public.c);

-- down
-- ! blocks_reads
drop index public.t_a;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'und-u-ks-level2'
);
-- ! scan, blocks_writes, fails_on_rows
create unique index t_a on public.t using btree (a collate public.c);
