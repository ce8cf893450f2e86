-- up
drop view public.v;
-- ! blocks_reads
alter table public.p
  detach partition public.p1;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.p1
  alter column b type bigint,
  alter column b drop not null;
-- ! blocks_reads
alter table public.q
  detach partition public.q1;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.q1
  drop column c,
  alter column b type integer,
  alter column b set not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.s
  alter column c set default 'x'::text,
  alter column c set not null;
-- ! blocks_reads
alter table public.p
  detach partition public.p2;
-- ! blocks_reads
drop index public.p2_a_b_idx;
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.q1 for values in (1);
-- ! scan, blocks_reads, fails_on_rows
alter table public.q
  attach partition public.s for values in (3);
-- ! blocks_reads
alter table public.p1
  add column c text not null default 'x'::text;
-- ! scan, blocks_reads, fails_on_rows
alter table public.q
  attach partition public.p1 for values in (2);
create or replace function public.f()
returns setof public.p1
language sql
as $$select * from public.p1 where c is null$$;
-- ! scan, blocks_writes, fails_on_rows
create unique index q_a_b_idx on public.q using btree (a, b);
-- ! blocks_reads
drop index public.p_a_b_idx;
-- ! breaks_clients
create view public.v as
 select a,
    b
   from public.p1;

-- down
drop view public.v;
-- ! blocks_reads
alter table public.q
  detach partition public.p1;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p1
  drop column c,
  alter column b type integer,
  alter column b set not null;
-- ! blocks_reads
alter table public.p
  detach partition public.q1;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.q1
  alter column b type bigint,
  alter column b drop not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.p1 for values in (1);
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.p2 for values in (2);
-- ! blocks_reads
alter table public.q
  detach partition public.s;
-- ! blocks_reads
drop index public.s_a_b_idx;
-- ! blocks_reads
alter table public.s
  alter column c set default 's'::text,
  alter column c drop not null;
-- ! blocks_reads
alter table public.q1
  add column c text not null default 'x'::text;
-- ! scan, blocks_reads, fails_on_rows
alter table public.q
  attach partition public.q1 for values in (1);
create or replace function public.f()
returns setof public.p1
language sql
as $$select * from public.p1$$;
-- ! scan, blocks_writes, fails_on_rows
create unique index p_a_b_idx on public.p using btree (a, b);
-- ! blocks_reads
drop index public.q_a_b_idx;
-- ! breaks_clients
create view public.v as
 select a,
    b
   from public.p1;
