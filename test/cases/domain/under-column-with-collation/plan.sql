-- up
alter domain public.d rename to d_old;
-- ! fails_on_rows, breaks_clients
create domain public.d as varchar(20);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type public.d collate "C";
drop domain public.d_old;

-- down
alter domain public.d rename to d_old;
-- ! fails_on_rows
create domain public.d as text;
-- ! blocks_reads
alter table public.t
  alter column a type public.d collate "C";
drop domain public.d_old;
