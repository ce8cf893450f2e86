-- up
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column a type varchar(5);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column b type character(5);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column c type varchar(5);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column d type bit(3);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column e type numeric(5,2);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column f type smallint;
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.wide
  alter column g type timestamp(0) with time zone;
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.wide
  alter column h type time(0) without time zone;
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.wide
  alter column i type interval(0);
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column j type bit(3) using j::bit varying;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column k type varchar(3);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.wide
  alter column l type varchar(3);

-- down
-- ! blocks_reads
alter table public.wide
  alter column a type varchar(10);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.wide
  alter column b type character(10);
-- ! blocks_reads
alter table public.wide
  alter column c type text;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.wide
  alter column d type bit varying(8);
-- ! blocks_reads
alter table public.wide
  alter column e type numeric(10,2);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.wide
  alter column f type bigint;
-- ! blocks_reads
alter table public.wide
  alter column g type timestamp(3) with time zone;
-- ! blocks_reads
alter table public.wide
  alter column h type time(3) without time zone;
-- ! blocks_reads
alter table public.wide
  alter column i type interval(3);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.wide
  alter column j type text;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column k type integer using k::integer;
-- ! blocks_reads
alter table public.wide
  alter column l type varchar(10);
