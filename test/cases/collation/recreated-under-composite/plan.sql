-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column p type text using p::text,
  alter column q type text[] using q::text[];
drop type public.p;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'sv'
);
create type public.p as (
  a text collate public.c
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column p type public.p using p::public.p,
  alter column q type public.p[] using q::public.p[];

-- down
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column p type text using p::text,
  alter column q type text[] using q::text[];
drop type public.p;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'de'
);
create type public.p as (
  a text collate public.c
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column p type public.p using p::public.p,
  alter column q type public.p[] using q::public.p[];
