-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint c check ((a > 0)) no inherit,
  add constraint d check ((current_date > '2000-01-01'::date));

-- down
-- ! blocks_reads
alter table public.t
  drop constraint c,
  drop constraint d;
