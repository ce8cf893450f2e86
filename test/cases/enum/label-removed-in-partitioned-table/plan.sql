-- up
alter type public.mood rename to mood_old;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'bad',
  'good'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type public.mood using mood::text::public.mood;
drop type public.mood_old;

-- down
alter type public.mood add value 'fair' after 'bad';
