-- up
-- ! blocks_reads
drop policy pol on public.p1;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.ref
  drop constraint ref_x_fkey,
  alter column x type bigint;
alter publication pu drop table public.p1;
-- ! blocks_reads
alter table public.p
  detach partition public.p1;
-- ! data_loss, blocks_reads, fails_on_rows, breaks_clients
alter table public.p1
  alter column b drop default,
  alter column b type integer,
  alter column b set default 4;
comment on column public.p1.b is 'y';
-- ! blocks_reads, fails_on_rows
alter table public.q
  alter column a set not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.p1
  alter column a set not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.q
  attach partition public.p1 for values from (0) to (20);
alter publication pu add table public.p1 (a, b);
-- ! blocks_reads, fails_on_rows
alter table only public.q
  add constraint q_pkey primary key (a);
-- ! scan, blocks_reads, fails_on_rows
alter table public.p1
  add constraint p1_pkey primary key (a);
alter index public.q_pkey attach partition public.p1_pkey;
-- ! blocks_reads, changes_access
create policy pol on public.p1
  for all
  to public
  using (b > 2);
-- ! scan, blocks_writes
alter table public.ref
  add constraint ref_x_fkey foreign key (x) references public.p1;

-- down
-- ! blocks_reads
drop policy pol on public.p1;
alter publication pu drop table public.p1;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.ref
  drop constraint ref_x_fkey,
  alter column x type integer;
-- ! blocks_reads
alter table public.q
  detach partition public.p1;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p1
  drop constraint p1_pkey,
  alter column a drop not null,
  alter column b drop default,
  alter column b type public.dom,
  alter column b set default 3;
comment on column public.p1.b is 'x';
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.p1 for values from (0) to (10);
-- ! blocks_reads
alter table public.q
  drop constraint q_pkey,
  alter column a drop not null;
alter publication pu add table public.p1 (a, b);
-- ! blocks_reads, changes_access
create policy pol on public.p1
  for all
  to public
  using ((b)::integer > 1);
-- ! scan, blocks_writes
alter table public.ref
  add constraint ref_x_fkey foreign key (x)
    references public.p1 (a);
