-- up
-- ! breaks_clients
drop function public.f(public.around);
-- ! breaks_clients
drop type public.around;
-- ! breaks_clients
drop view public.v;
-- ! blocks_reads
alter table public.p
  detach partition public.p_1;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.p_1
  drop column x,
  alter column id drop not null;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.p
  drop column x,
  add column v integer;
-- ! breaks_clients
drop type public.c;
-- ! blocks_reads
alter table public.p_1
  add column v integer;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.p
  drop column v;
create type public.c as (
  a integer
);
-- ! blocks_reads
alter table public.p
  add column x public.c;
-- ! data_loss, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p_1
  drop column v,
  alter column id set not null,
  add column x public.c;
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.p_1 for values in (1);
create type public.around as (
  x public.c
);
-- ! opens_access
create function public.f(public.around)
returns integer
language sql
set search_path = ''
as $$select 1$$;
-- ! opens_access
create view public.v as
 select row(1)::public.c as c;
