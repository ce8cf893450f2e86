-- up
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."all"
  alter column "d e" set default 'dd'::text,
  alter column a drop default,
  alter column a type bigint,
  alter column a set default 2,
  alter column b drop default,
  alter column b type varchar(9),
  alter column b set default 'bb'::varchar,
  alter column c set default nextval('public.numbers'::regclass),
  add column g text;
select pg_catalog.setval('public.numbers', pg_catalog.max(c))
from public."all"
having pg_catalog.max(c) >= (select last_value from public.numbers);
-- ! blocks_reads
alter table public.own
  alter column "d e" set default 'mine'::text,
  alter column b set default 'own'::varchar;
-- ! blocks_reads
alter table only public.below_own
  alter column a set default 3;
-- ! blocks_reads
alter table only public.parts
  alter column m set default 4,
  alter column n set default 3;
-- ! blocks_reads
alter table only public.part_1
  alter column m set default 4,
  alter column n set default 3;
-- ! blocks_reads
alter table only public.part_2
  alter column m set default 4;
-- ! blocks_reads
create table public.part_3 partition of public.parts (
  m default 5
)
for values in (3);

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.part_3;
-- ! blocks_reads
alter table only public."all"
  alter column "d e" set default 'd'::text;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."all"
  alter column a drop default,
  alter column a type integer,
  alter column a set default 1,
  alter column b drop default,
  alter column b type text,
  alter column b set default 'b'::text,
  alter column c drop default,
  drop column g;
-- ! blocks_reads
alter table only public.alike
  alter column "d e" set default 'd'::text;
-- ! blocks_reads
alter table public.own
  alter column "d e" drop default,
  alter column b set default 'own'::text;
-- ! blocks_reads
alter table only public.below_own
  alter column a set default 1;
-- ! blocks_reads
alter table only public.parts
  alter column m set default 1,
  alter column n set default 1;
-- ! blocks_reads
alter table only public.part_1
  alter column m set default 1,
  alter column n set default 1;
-- ! blocks_reads
alter table only public.part_2
  alter column m set default 1;
