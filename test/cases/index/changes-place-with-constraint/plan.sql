-- up
-- ! blocks_reads
alter table public.t
  add constraint i unique using index i;
-- ! blocks_reads
alter table public.r
  drop constraint r_a_fkey,
  drop constraint r_b_fkey;
-- ! blocks_reads
alter table public.t
  drop constraint k,
  drop constraint p;
-- ! scan, blocks_writes, fails_on_rows
create unique index k on public.t using btree (a);
-- ! scan, blocks_writes, fails_on_rows
create unique index p on public.t using btree (b);
-- ! scan, blocks_writes
alter table public.r
  add constraint r_a_fkey foreign key (a)
    references public.t (a),
  add constraint r_b_fkey foreign key (b)
    references public.t (b);

-- down
-- ! blocks_reads
alter table public.t
  add constraint p primary key using index p;
-- ! blocks_reads
alter table public.t
  add constraint k unique using index k;
-- ! blocks_reads
alter table public.r
  drop constraint r_c_fkey;
-- ! blocks_reads
alter table public.t
  drop constraint i;
-- ! scan, blocks_writes, fails_on_rows
create unique index i on public.t using btree (c);
-- ! scan, blocks_writes
alter table public.r
  add constraint r_c_fkey foreign key (c)
    references public.t (c);
