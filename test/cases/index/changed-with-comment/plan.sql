-- up
-- ! blocks_reads
drop index public.i;
-- ! scan, blocks_writes, fails_on_rows
create unique index i on public.t using btree (a desc nulls last, lower(b) text_pattern_ops) include (b) where (a > 1);
comment on index public.i is 'I';

-- down
-- ! blocks_reads
drop index public.i;
-- ! scan, blocks_writes
create index i on public.t using btree (a);
comment on index public.i is 'I';
