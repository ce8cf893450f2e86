-- up
alter type public.mood rename to mood_old;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'purr',
  'hiss',
  'nap'
);
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column morning drop default,
  alter column morning type public.mood using morning::text::public.mood,
  alter column morning set default 'hiss'::public.mood,
  alter column noon drop default,
  alter column noon type public.mood using noon::text::public.mood,
  alter column noon set default 'purr'::public.mood,
  alter column night type public.mood using night::text::public.mood;
drop type public.mood_old;

-- down
alter type public.mood rename to mood_old;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'calm',
  'angry'
);
-- ! rewrite, scan, blocks_reads
alter table public.cat
  alter column morning drop default,
  alter column morning type public.mood using morning::text::public.mood,
  alter column morning set default 'angry'::public.mood,
  alter column noon drop default,
  alter column noon type public.mood using noon::text::public.mood,
  alter column noon set default 'calm'::public.mood,
  alter column night type public.mood using night::text::public.mood;
drop type public.mood_old;
