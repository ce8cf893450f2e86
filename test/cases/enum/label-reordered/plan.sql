-- up
alter type public.mood rename to mood_old;
create type public.mood as enum (
  'good',
  'bad'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type public.mood using mood::text::public.mood,
  alter column moods type public.mood[] using moods::text[]::public.mood[];
drop type public.mood_old;

-- down
alter type public.mood rename to mood_old;
create type public.mood as enum (
  'bad',
  'good'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type public.mood using mood::text::public.mood,
  alter column moods type public.mood[] using moods::text[]::public.mood[];
drop type public.mood_old;
