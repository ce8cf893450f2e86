-- up
-- ! blocks_reads
alter table public.a
  drop column n;
drop view public.vc;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.a
  alter column id type bigint;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.b
  alter column x type bigint;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.a
  add column n bigint generated always as ((id + 1)) stored;
-- ! breaks_clients
create view public.vc as
 select id,
    x,
    y
   from public.c;

-- down
-- ! blocks_reads
alter table public.a
  drop column n;
drop view public.vc;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.a
  alter column id type integer;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.b
  alter column x type integer;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.a
  add column n integer generated always as ((id + 1)) stored;
-- ! breaks_clients
create view public.vc as
 select id,
    x,
    y
   from public.c;
