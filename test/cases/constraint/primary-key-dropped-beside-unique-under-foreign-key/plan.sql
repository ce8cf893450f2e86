-- up
-- ! blocks_reads
alter table public.r
  drop constraint r_fk;
-- ! blocks_reads
alter table public.t
  drop constraint t_pkey;
-- ! scan, blocks_writes
alter table public.r
  add constraint r_fk foreign key (a)
    references public.t (a);

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_pkey primary key (a);
-- ! scan, blocks_reads
alter table public.r
  drop constraint r_fk,
  add constraint r_fk foreign key (a) references public.t;
