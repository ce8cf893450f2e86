-- up
-- ! blocks_reads
alter table public.u
  alter column a drop default;
alter domain public.d2 rename to d2_old;
-- ! blocks_reads
alter table public.t
  alter column b type text;
drop collation public.cc;
create collation public.cc (
  provider = icu,
  locale = 'fr'
);
-- ! fails_on_rows, breaks_clients
create domain public.d2 as varchar(20);
-- ! rewrite, scan, blocks_reads
alter table public.u
  alter column a type public.d2;
-- ! blocks_reads
alter table only public.u
  alter column a set storage external;
-- ! blocks_reads
alter table public.u
  alter column a set default 'x'::varchar;
-- ! blocks_reads
alter table only public.u2
  alter column a set storage external;
-- ! blocks_reads
alter table public.t
  alter column b type text collate public.cc,
  alter column b set storage external,
  alter column b set compression pglz;
drop domain public.d2_old;

-- down
-- ! blocks_reads
alter table public.u
  alter column a drop default;
alter domain public.d2 rename to d2_old;
-- ! blocks_reads
alter table public.t
  alter column b type text;
drop collation public.cc;
create collation public.cc (
  provider = icu,
  locale = 'de'
);
-- ! fails_on_rows
create domain public.d2 as text;
-- ! blocks_reads
alter table public.u
  alter column a type public.d2;
-- ! blocks_reads
alter table only public.u
  alter column a set storage external;
-- ! blocks_reads
alter table public.u
  alter column a set default 'x'::text;
-- ! blocks_reads
alter table only public.u2
  alter column a set storage external;
-- ! blocks_reads
alter table public.t
  alter column b type text collate public.cc,
  alter column b set storage external,
  alter column b set compression pglz;
drop domain public.d2_old;
