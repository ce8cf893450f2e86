-- up
drop view public.vc;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.a
  drop column n,
  alter column id type bigint,
  add column n bigint generated always as ((id + 1)) stored;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.b
  alter column x type bigint;
-- ! breaks_clients
create view public.vc as
 select id,
    x,
    y
   from public.c;

-- down
drop view public.vc;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.a
  drop column n,
  alter column id type integer,
  add column n integer generated always as ((id + 1)) stored;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.b
  alter column x type integer;
-- ! breaks_clients
create view public.vc as
 select id,
    x,
    y
   from public.c;
