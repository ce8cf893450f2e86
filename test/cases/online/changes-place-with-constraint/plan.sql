-- not online: index public.t.k: constraint public.r.r_a_fkey needs it, and is recreated in the same plan
-- not online: index public.t.p: constraint public.r.r_b_fkey needs it, and is recreated in the same plan
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
-- ! blocks_writes
alter table public.r
  add constraint r_a_fkey foreign key (a)
    references public.t (a) not valid,
  add constraint r_b_fkey foreign key (b)
    references public.t (b) not valid;

-- the next migration
-- ! scan
alter table public.r
  validate constraint r_a_fkey;

-- the next migration
-- ! scan
alter table public.r
  validate constraint r_b_fkey;

-- down
-- ! blocks_reads
alter table public.r
  drop constraint r_b_fkey,
  add constraint r_b_fkey foreign key (b)
    references public.t (b) not valid;

-- the next migration
-- ! blocks_reads
alter table public.r
  drop constraint r_a_fkey,
  add constraint r_a_fkey foreign key (a)
    references public.t (a) not valid;

-- the next migration
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
-- ! scan, fails_on_rows
alter table public.r
  validate constraint r_a_fkey;
-- ! scan, fails_on_rows
alter table public.r
  validate constraint r_b_fkey;
-- ! scan, blocks_writes, fails_on_rows
create unique index i on public.t using btree (c);
-- ! scan, blocks_writes
alter table public.r
  add constraint r_c_fkey foreign key (c)
    references public.t (c);
