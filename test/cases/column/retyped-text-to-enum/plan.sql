-- up
-- ! blocks_reads
alter table only public.t
  alter column mood drop default;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column mood type public.mood using mood::public.mood;
-- ! blocks_reads
alter table only public.t
  alter column mood set default 'bad'::public.mood;

-- down
-- ! blocks_reads
alter table only public.t
  alter column mood drop default;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column mood type text;
-- ! blocks_reads
alter table only public.t
  alter column mood set default 'bad'::text;
