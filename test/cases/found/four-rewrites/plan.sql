-- up
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.note
  alter column a type bigint,
  alter column b type bigint,
  alter column body type varchar(20),
  alter column id type bigint;

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.note
  alter column a type integer,
  alter column b type integer,
  alter column body type text,
  alter column id type integer;
