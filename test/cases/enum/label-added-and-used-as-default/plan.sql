-- up
alter type public.mood add value 'fair' after 'bad';

-- the next migration
-- ! blocks_reads
alter table only public.t
  alter column mood set default 'fair'::public.mood;

-- down
alter type public.mood rename to mood_old;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'bad',
  'good'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood drop default,
  alter column mood type public.mood using mood::text::public.mood,
  alter column mood set default 'bad'::public.mood;
drop type public.mood_old;
