-- up
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column g type text using g::text;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column h type text[] using h::text[];
drop type public.pair;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column j type text using j::text;
drop domain public.bits;
-- ! blocks_reads
alter table public.lists
  alter column d type text using d::text;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column e type text[] using e::text[];
drop domain public.short;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.lists
  alter column a type varchar(3)[];
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.lists
  alter column b type varchar(3)[];
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.lists
  alter column i type varchar(3)[] using i::varchar[];
-- ! fails_on_rows, breaks_clients
create type public.pair as (
  a varchar(3),
  b bit(3)
);
revoke all on type public.pair from public;
grant usage on type public.pair to public;
-- ! fails_on_rows, breaks_clients
create domain public.bits as bit(3);
revoke all on domain public.bits from public;
grant usage on domain public.bits to public;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.lists
  alter column f type public.bits using f::bit varying;
-- ! fails_on_rows, breaks_clients
create domain public.short as varchar(3);
revoke all on domain public.short from public;
grant usage on domain public.short to public;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.lists
  alter column c type public.short;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column g type public.pair using g::public.pair;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column h type public.pair[] using h::public.pair[];
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column j type public.bits using j::bit varying;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column d type public.short;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column e type public.short[];

-- down
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column g type text using g::text;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column h type text[] using h::text[];
drop type public.pair;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column j type text using j::text;
-- ! blocks_reads
alter table public.lists
  alter column d type text using d::text;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column e type text[] using e::text[];
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column a type varchar(10)[];
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.lists
  alter column b type text[];
-- ! blocks_reads, breaks_clients
alter table public.lists
  alter column c type text;
drop domain public.short;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.lists
  alter column f type text;
drop domain public.bits;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.lists
  alter column i type text;
-- ! breaks_clients
create type public.pair as (
  a varchar(10),
  b bit varying(8)
);
revoke all on type public.pair from public;
grant usage on type public.pair to public;
-- ! fails_on_rows, breaks_clients
create domain public.bits as bit varying(8);
revoke all on domain public.bits from public;
grant usage on domain public.bits to public;
-- ! fails_on_rows
create domain public.short as varchar(10);
revoke all on domain public.short from public;
grant usage on domain public.short to public;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column g type public.pair using g::public.pair;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column h type public.pair[] using h::public.pair[];
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column j type public.bits using j::bit varying;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column d type public.short;
-- ! rewrite, scan, blocks_reads
alter table public.lists
  alter column e type public.short[];
