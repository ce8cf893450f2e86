-- up
-- ! blocks_reads
alter table public.t
  drop column b,
  alter column d drop default;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'sv'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column b boolean generated always as ((a < ('m'::text collate public.c))) stored,
  alter column d set default ('x'::text collate public.c);

-- down
-- ! blocks_reads
alter table public.t
  drop column b,
  alter column d drop default;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'de'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column b boolean generated always as ((a < ('m'::text collate public.c))) stored,
  alter column d set default ('x'::text collate public.c);
