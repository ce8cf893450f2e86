-- up
-- ! blocks_reads
alter table public.t
  drop constraint old_check;
-- ! blocks_reads
alter table public.t
  drop constraint old_name;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint new_check check ((a > 0));
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint new_name primary key (a);

-- down
-- ! blocks_reads
alter table public.t
  drop constraint new_check;
-- ! blocks_reads
alter table public.t
  drop constraint new_name;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint old_check check ((a > 0));
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint old_name primary key (a);
