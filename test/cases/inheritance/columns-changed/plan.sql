-- up
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p
  alter column a drop default,
  alter column a type bigint,
  alter column a set default 2,
  alter column a set not null,
  add column d text;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.p
  drop column b;

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p
  alter column a drop default,
  alter column a type integer,
  alter column a set default 1,
  alter column a drop not null,
  add column b text;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.p
  drop column d;
