-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  alter column a set not null,
  alter column b drop not null;

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  alter column a drop not null,
  alter column b set not null;
