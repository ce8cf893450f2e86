-- up
drop view public.v;
-- ! blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type public.short;
-- ! breaks_clients
create view public.v as
 select a
   from public.t;

-- down
drop view public.v;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type varchar(10);
-- ! breaks_clients
create view public.v as
 select a
   from public.t;
