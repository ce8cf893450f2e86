-- up
-- ! blocks_reads, fails_on_rows
alter table public.q
  drop constraint r,
  add constraint s check ((a < 8));
-- ! scan, blocks_reads, fails_on_rows
alter table public.c
  add constraint l check ((a < 9));
-- ! scan, blocks_reads, fails_on_rows
alter table public.d
  add constraint l check ((a < 9));
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  add constraint k check ((a > 0)) no inherit;
-- ! scan, blocks_reads, fails_on_rows
alter table public.z
  add constraint l check ((a < 9));
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  add constraint l check ((a < 9));

-- down
-- ! blocks_reads
alter table public.p
  drop constraint k,
  drop constraint l;
-- ! blocks_reads
alter table public.c
  drop constraint l;
-- ! scan, blocks_reads, fails_on_rows
alter table public.q
  drop constraint s,
  add constraint r check ((a < 9));
-- ! blocks_reads
alter table public.z
  drop constraint l;
-- ! blocks_reads
alter table public.d
  drop constraint l;
-- ! scan, blocks_reads
alter table public.q_1
  add constraint s check ((a < 8));
