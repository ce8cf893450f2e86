-- up
alter table public.t_1
  set (fillfactor=50);
-- ! blocks_reads
alter table public.t_1
  replica identity full;
comment on table public.t_1 is 'One';

-- down
alter table public.t_1
  reset (fillfactor);
-- ! blocks_reads
alter table public.t_1
  replica identity default;
comment on table public.t_1 is null;
