-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.list
  alter column n type bigint;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.parent
  alter column a type bigint;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type bigint,
  alter column b type smallint,
  alter column c type varchar(20),
  alter column d type timestamptz using d at time zone 'UTC',
  alter column e type numeric(12,3),
  alter column g type public.short,
  alter column h type timestamp,
  alter column i type numeric,
  alter column id type bigint,
  alter column j type varchar(3),
  alter column j set default null::varchar,
  alter column k type bigint;

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.list
  alter column n type integer;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.parent
  alter column a type integer;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type integer,
  alter column b type integer,
  alter column c type varchar(10),
  alter column d type timestamp using d at time zone 'UTC',
  alter column e type numeric(10,2),
  alter column g type varchar(5),
  alter column h type date,
  alter column i type integer,
  alter column id type integer,
  alter column j drop default,
  alter column j type text,
  alter column k type integer;
