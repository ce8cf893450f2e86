-- up
-- ! blocks_reads
alter table public.r
  drop constraint r_a_fkey;
-- ! blocks_reads
alter table public.t
  drop constraint k;
-- ! blocks_reads
alter table public.r
  drop constraint r_b_fkey;
-- ! blocks_reads
alter table public.t
  drop constraint p;
-- ! blocks_reads
alter table public.r
  drop constraint r_c_fkey;
-- ! blocks_reads
drop index public.i;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint i unique (c);
-- ! scan, blocks_writes, fails_on_rows
create unique index k on public.t using btree (a);
-- ! scan, blocks_writes, fails_on_rows
create unique index p on public.t using btree (b);
-- ! scan, blocks_writes
alter table public.r
  add constraint r_a_fkey foreign key (a)
    references public.t (a);
-- ! scan, blocks_writes
alter table public.r
  add constraint r_b_fkey foreign key (b)
    references public.t (b);
-- ! scan, blocks_writes
alter table public.r
  add constraint r_c_fkey foreign key (c)
    references public.t (c);

-- down
-- ! blocks_reads
alter table public.r
  drop constraint r_c_fkey;
-- ! blocks_reads
alter table public.t
  drop constraint i;
-- ! blocks_reads
alter table public.r
  drop constraint r_a_fkey;
-- ! blocks_reads
drop index public.k;
-- ! blocks_reads
alter table public.r
  drop constraint r_b_fkey;
-- ! blocks_reads
drop index public.p;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint k unique (a);
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint p primary key (b);
-- ! scan, blocks_writes, fails_on_rows
create unique index i on public.t using btree (c);
-- ! scan, blocks_writes
alter table public.r
  add constraint r_c_fkey foreign key (c)
    references public.t (c);
-- ! scan, blocks_writes
alter table public.r
  add constraint r_a_fkey foreign key (a)
    references public.t (a);
-- ! scan, blocks_writes
alter table public.r
  add constraint r_b_fkey foreign key (b)
    references public.t (b);
