-- up
-- ! blocks_reads
alter table only public.crossed
  alter column a set default nextval('public.two'::regclass),
  alter column b set default nextval('public.one'::regclass);
select pg_catalog.setval('public.two', pg_catalog.max(a))
from public.crossed
having pg_catalog.max(a) >= (select last_value from public.two);
select pg_catalog.setval('public.one', pg_catalog.max(b))
from public.crossed
having pg_catalog.max(b) >= (select last_value from public.one);
-- ! blocks_writes
alter sequence public.taken owned by public.a.z;
-- ! blocks_reads
alter table only public.a
  alter column z set default nextval('public.taken'::regclass);
select pg_catalog.setval('public.taken', pg_catalog.max(z))
from public.a
having pg_catalog.max(z) >= (select last_value from public.taken);
-- ! blocks_writes
alter sequence public.moves owned by none;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.a
  drop column n;
-- ! blocks_writes
alter sequence public.stays_on_table owned by none;
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.a
  drop column x,
  add column w integer default nextval('public.stays_on_table'::regclass);
-- ! blocks_writes
alter sequence public.stays_on_table owned by public.a.w;
-- ! rewrite, scan, blocks_reads
alter table public.other
  add column n integer default nextval('public.moves'::regclass);
-- ! blocks_writes
alter sequence public.moves owned by public.other.n;
-- ! blocks_writes
alter sequence public.of_table owned by none;
-- ! data_loss, breaks_clients
drop table public.old;
create table public.young (
  id integer default nextval('public.of_table'::regclass)
);
-- ! blocks_writes
alter sequence public.of_table owned by public.young.id;
-- ! blocks_writes
alter sequence public.left_alone owned by none;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.a
  drop column y;

-- down
-- ! blocks_reads
alter table only public.a
  alter column z drop default;
-- ! blocks_reads
alter table only public.crossed
  alter column a set default nextval('public.one'::regclass),
  alter column b set default nextval('public.two'::regclass);
select pg_catalog.setval('public.one', pg_catalog.max(a))
from public.crossed
having pg_catalog.max(a) >= (select last_value from public.one);
select pg_catalog.setval('public.two', pg_catalog.max(b))
from public.crossed
having pg_catalog.max(b) >= (select last_value from public.two);
-- ! blocks_writes
alter sequence public.taken owned by none;
-- ! blocks_writes
alter sequence public.stays_on_table owned by none;
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.a
  drop column w,
  add column x integer default nextval('public.stays_on_table'::regclass);
-- ! blocks_writes
alter sequence public.stays_on_table owned by public.a.x;
-- ! rewrite, scan, blocks_reads
alter table public.a
  add column y integer default nextval('public.left_alone'::regclass);
-- ! blocks_writes
alter sequence public.left_alone owned by public.a.y;
-- ! blocks_writes
alter sequence public.moves owned by none;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.other
  drop column n;
-- ! rewrite, scan, blocks_reads
alter table public.a
  add column n integer default nextval('public.moves'::regclass);
-- ! blocks_writes
alter sequence public.moves owned by public.a.n;
-- ! blocks_writes
alter sequence public.of_table owned by none;
-- ! data_loss, breaks_clients
drop table public.young;
create table public.old (
  id integer default nextval('public.of_table'::regclass)
);
-- ! blocks_writes
alter sequence public.of_table owned by public.old.id;
