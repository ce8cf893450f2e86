-- up
alter type public.mood rename to mood_old;
-- ! fails_on_rows, breaks_clients, breaks_functions
create type public.mood as enum (
  'sad',
  'happy'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type public.mood using a::text::public.mood;
drop type public.mood_old;

-- down
alter type public.mood add value 'calm' after 'happy';
