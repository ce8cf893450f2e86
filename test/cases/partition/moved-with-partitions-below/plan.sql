-- up
-- ! blocks_reads
alter table public.p1
  drop constraint own;
-- ! blocks_reads
alter table public.p
  detach partition public.p1;
-- ! blocks_reads
alter table public.p1
  drop constraint p_b_check;
-- ! blocks_reads
drop index public.p1_k_idx;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p1
  alter column b drop not null,
  alter column k drop default,
  alter column k type varchar(20),
  alter column k set default 'q'::varchar,
  alter column k set not null,
  add column d integer,
  add constraint q_c check ((b > 1));
-- ! scan, blocks_reads, blocks_writes
alter table public.q
  attach partition public.p1 for values in (1);
-- ! scan, blocks_reads, fails_on_rows
alter table public.p1
  add constraint own check (((k)::text <> 'x'::text));

-- down
-- ! blocks_reads
alter table public.p1
  drop constraint own;
-- ! blocks_reads, blocks_writes
alter table public.q
  detach partition public.p1;
-- ! data_loss, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p1
  drop constraint q_c,
  drop constraint q_d_fkey,
  drop column d,
  alter column b set not null,
  alter column k drop default,
  alter column k type text,
  alter column k set default 'p'::text,
  alter column k drop not null,
  add constraint p_b_check check ((b > 0));
-- ! scan, blocks_writes
create index p1_k_idx on public.p1 using btree (k);
-- ! scan, blocks_reads
alter table public.p
  attach partition public.p1 for values in (1);
-- ! scan, blocks_reads, fails_on_rows
alter table public.p1
  add constraint own check ((k <> 'x'::text));
