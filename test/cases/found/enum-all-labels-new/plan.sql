-- up
-- ! blocks_reads
alter table only public.cat
  alter column morning drop default;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column morning type text using morning::text;
-- ! blocks_reads
alter table only public.cat
  alter column noon drop default;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column noon type text using noon::text;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column night type text using night::text;
drop type public.mood;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'purr',
  'hiss',
  'nap'
);
revoke all on type public.mood from public;
grant usage on type public.mood to public;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column morning type public.mood using morning::public.mood;
-- ! blocks_reads
alter table only public.cat
  alter column morning set default 'hiss'::public.mood;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column noon type public.mood using noon::public.mood;
-- ! blocks_reads
alter table only public.cat
  alter column noon set default 'purr'::public.mood;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column night type public.mood using night::public.mood;

-- down
-- ! blocks_reads
alter table only public.cat
  alter column morning drop default;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column morning type text using morning::text;
-- ! blocks_reads
alter table only public.cat
  alter column noon drop default;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column noon type text using noon::text;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column night type text using night::text;
drop type public.mood;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'calm',
  'angry'
);
revoke all on type public.mood from public;
grant usage on type public.mood to public;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column morning type public.mood using morning::public.mood;
-- ! blocks_reads
alter table only public.cat
  alter column morning set default 'angry'::public.mood;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column noon type public.mood using noon::public.mood;
-- ! blocks_reads
alter table only public.cat
  alter column noon set default 'calm'::public.mood;
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column night type public.mood using night::public.mood;
