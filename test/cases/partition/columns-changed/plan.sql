-- up
-- ! blocks_reads
alter table only public.t
  alter column b drop default;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column b type bigint;
-- ! blocks_reads
alter table only public.t
  alter column b set default 2;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  alter column b set not null;
-- ! blocks_reads
alter table only public.t_1
  alter column b set default 2;
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column d text default 'd'::text,
  add column e integer generated always as ((a * 2)) stored;
comment on column public.t_1.d is 'D';
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column c;

-- down
-- ! blocks_reads, breaks_clients
alter table public.t
  drop column e;
-- ! blocks_reads
alter table only public.t
  alter column b drop default;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column b type integer;
-- ! blocks_reads
alter table only public.t
  alter column b set default 1;
-- ! blocks_reads
alter table public.t
  alter column b drop not null;
-- ! blocks_reads
alter table only public.t_1
  alter column b set default 1;
-- ! blocks_reads
alter table public.t
  add column c text;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column d;
