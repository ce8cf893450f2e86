-- up
alter type public.pair rename to pair_old;
alter domain public.bits rename to bits_old;
alter domain public.short rename to short_old;
-- ! fails_on_rows, breaks_clients
create type public.pair as (
  a varchar(3),
  b bit(3)
);
-- ! fails_on_rows, breaks_clients
create domain public.bits as bit(3);
-- ! fails_on_rows, breaks_clients
create domain public.short as varchar(3);
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.lists
  alter column a type varchar(3)[],
  alter column b type varchar(3)[],
  alter column i type varchar(3)[] using i::varchar[],
  alter column f type public.bits using f::bit varying,
  alter column c type public.short,
  alter column g type public.pair using g::text::public.pair,
  alter column h type public.pair[] using h::text[]::public.pair[],
  alter column j type public.bits,
  alter column d type public.short,
  alter column e type public.short[] using e::text[];
drop type public.pair_old;
drop domain public.bits_old;
drop domain public.short_old;

-- down
alter type public.pair rename to pair_old;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.lists
  alter column a type varchar(10)[],
  alter column b type text[],
  alter column c type text,
  alter column f type text,
  alter column i type text;
alter domain public.short rename to short_old;
alter domain public.bits rename to bits_old;
-- ! breaks_clients
create type public.pair as (
  a varchar(10),
  b bit varying(8)
);
-- ! fails_on_rows, breaks_clients
create domain public.bits as bit varying(8);
-- ! fails_on_rows
create domain public.short as varchar(10);
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column g type public.pair using g::text::public.pair,
  alter column h type public.pair[] using h::text[]::public.pair[],
  alter column j type public.bits,
  alter column d type public.short,
  alter column e type public.short[] using e::text[];
drop type public.pair_old;
drop domain public.short_old;
drop domain public.bits_old;
