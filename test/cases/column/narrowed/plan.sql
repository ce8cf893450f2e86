-- up
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column a type varchar(5),
  alter column b type character(5),
  alter column c type varchar(5),
  alter column d type bit(3),
  alter column e type numeric(5,2),
  alter column f type smallint,
  alter column g type timestamp(0) with time zone,
  alter column h type time(0) without time zone,
  alter column i type interval(0),
  alter column j type bit(3) using j::bit varying,
  alter column k type varchar(3),
  alter column l type varchar(3);

-- down
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column a type varchar(10),
  alter column b type character(10),
  alter column c type text,
  alter column d type bit varying(8),
  alter column e type numeric(10,2),
  alter column f type bigint,
  alter column g type timestamp(3) with time zone,
  alter column h type time(3) without time zone,
  alter column i type interval(3),
  alter column j type text,
  alter column k type integer using k::integer,
  alter column l type varchar(10);
