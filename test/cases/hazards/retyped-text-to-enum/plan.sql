-- up
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type public.mood using a::public.mood;

-- down
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type text;
