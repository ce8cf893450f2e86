-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type text using a::text;
drop type public.mood;
-- ! fails_on_rows, breaks_clients, breaks_functions
create type public.mood as enum (
  'sad',
  'happy'
);
revoke all on type public.mood from public;
grant usage on type public.mood to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type public.mood using a::public.mood;

-- down
alter type public.mood add value 'calm' after 'happy';
