-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type text using mood::text;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column moods type text[] using moods::text[];
drop type public.mood;
create type public.mood as enum (
  'good',
  'bad'
);
revoke all on type public.mood from public;
grant usage on type public.mood to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type public.mood using mood::public.mood;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column moods type public.mood[] using moods::public.mood[];

-- down
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type text using mood::text;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column moods type text[] using moods::text[];
drop type public.mood;
create type public.mood as enum (
  'bad',
  'good'
);
revoke all on type public.mood from public;
grant usage on type public.mood to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type public.mood using mood::public.mood;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column moods type public.mood[] using moods::public.mood[];
