-- up
-- ! blocks_reads
alter table public.t
  add constraint i primary key using index i;
-- ! blocks_reads
alter table public.t
  add constraint j_key unique using index j deferrable initially deferred;
-- ! blocks_reads
drop index public.s_i;
-- ! blocks_reads
drop index public.l;
-- ! blocks_reads
drop index public.m;
-- ! scan, blocks_reads, fails_on_rows
alter table public.s
  alter column a set not null,
  add constraint s_i primary key (a);
comment on constraint j_key on public.t is 'new';
alter index public.j_key reset (fillfactor);
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint l unique (e),
  add constraint m unique (f);

-- down
-- ! blocks_reads
alter table public.s
  drop constraint s_i,
  alter column a drop not null;
-- ! blocks_reads
alter table public.r
  drop constraint r_a_fkey;
-- ! blocks_reads
alter table public.t
  drop constraint j_key,
  drop constraint l,
  drop constraint m,
  drop constraint i;
-- ! scan, blocks_writes, fails_on_rows
create unique index s_i on public.s using btree (a);
-- ! scan, blocks_writes, fails_on_rows
create unique index i on public.t using btree (a);
-- ! scan, blocks_writes, fails_on_rows
create unique index j on public.t using btree (b) include (c) with (fillfactor=80);
alter table public.t
  cluster on j;
comment on index public.j is 'of b';
-- ! scan, blocks_writes, fails_on_rows
create unique index l on public.t using btree (e) where (e > 0);
-- ! scan, blocks_writes, fails_on_rows
create unique index m on public.t using btree (f desc);
-- ! scan, blocks_writes
alter table public.r
  add constraint r_a_fkey foreign key (a)
    references public.t (a);
