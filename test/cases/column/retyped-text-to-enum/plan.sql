-- up
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column mood drop default,
  alter column mood type public.mood using mood::public.mood,
  alter column mood set default 'bad'::public.mood;

-- down
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column mood drop default,
  alter column mood type text,
  alter column mood set default 'bad'::text;
