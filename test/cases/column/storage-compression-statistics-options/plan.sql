-- up
-- ! blocks_reads
alter table public.t
  alter column a set storage external,
  alter column b set compression pglz,
  alter column c set statistics 200,
  alter column d set (n_distinct=5);

-- down
-- ! blocks_reads
alter table public.t
  alter column a set storage default,
  alter column b set compression default,
  alter column c set statistics -1,
  alter column d reset (n_distinct);
