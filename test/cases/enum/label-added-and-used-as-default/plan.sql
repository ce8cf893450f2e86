-- up
alter type public.mood add value 'fair' after 'bad';

-- the next migration
-- ! blocks_reads
alter table only public.t
  alter column mood set default 'fair'::public.mood;

-- down
-- ! blocks_reads
alter table only public.t
  alter column mood drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type text using mood::text;
drop type public.mood;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'bad',
  'good'
);
revoke all on type public.mood from public;
grant usage on type public.mood to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column mood type public.mood using mood::public.mood;
-- ! blocks_reads
alter table only public.t
  alter column mood set default 'bad'::public.mood;
