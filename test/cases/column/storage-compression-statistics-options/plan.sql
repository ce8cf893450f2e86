-- up
-- ! blocks_reads
alter table only public.t
  alter column a set storage external;
-- ! blocks_reads
alter table only public.t
  alter column b set compression pglz;
alter table only public.t
  alter column c set statistics 200;
alter table public.t
  alter column d set (n_distinct=5);

-- down
-- ! blocks_reads
alter table only public.t
  alter column a set storage default;
-- ! blocks_reads
alter table only public.t
  alter column b set compression default;
alter table only public.t
  alter column c set statistics -1;
alter table public.t
  alter column d reset (n_distinct);
