-- up
-- ! blocks_reads
alter table public.child
  alter column more type text;
-- ! blocks_reads
alter table public.t
  alter column name drop default,
  alter column name type text;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'sv'
);
-- ! blocks_reads
alter table public.child
  alter column more type text collate public.c;
-- ! blocks_reads
alter table public.t
  alter column name type text collate public.c,
  alter column name set default 'x'::text;

-- down
-- ! blocks_reads
alter table public.child
  alter column more type text;
-- ! blocks_reads
alter table public.t
  alter column name drop default,
  alter column name type text;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'de'
);
-- ! blocks_reads
alter table public.child
  alter column more type text collate public.c;
-- ! blocks_reads
alter table public.t
  alter column name type text collate public.c,
  alter column name set default 'x'::text;
