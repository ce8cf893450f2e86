-- up
-- ! blocks_reads
alter table public.t
  alter column a type text using a::text;
drop domain public.d;
-- ! fails_on_rows, breaks_clients
create domain public.d as varchar(20);
revoke all on domain public.d from public;
grant usage on domain public.d to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type public.d collate "C";

-- down
-- ! blocks_reads
alter table public.t
  alter column a type text using a::text;
drop domain public.d;
-- ! fails_on_rows
create domain public.d as text;
revoke all on domain public.d from public;
grant usage on domain public.d to public;
-- ! blocks_reads
alter table public.t
  alter column a type public.d collate "C";
