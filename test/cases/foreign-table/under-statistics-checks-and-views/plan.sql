-- up
drop statistics public.stats;
drop view public.near;
-- ! blocks_reads, breaks_clients
alter foreign table public.remote
  drop constraint fine,
  alter column day type text,
  alter column id type bigint,
  add column word text;
-- ! breaks_clients
drop function public.fine(integer);
create statistics public.stats (ndistinct)
  on id, word
  from public.remote;
-- ! blocks_writes
create or replace trigger seen before insert on public.remote for each row execute function public.seen();
-- ! opens_access
create function public.fine(i bigint)
returns boolean
language sql
immutable
as $$ select i > 1 $$;
-- ! breaks_clients
create view public.near as
 select id,
    day
   from public.remote;
-- ! blocks_reads
alter foreign table public.remote
  add constraint fine check (public.fine(id));

-- down
drop statistics public.stats;
-- ! blocks_reads, breaks_clients
alter foreign table public.remote
  drop column word,
  drop constraint fine;
drop view public.near;
-- ! breaks_clients
drop function public.fine(bigint);
-- ! blocks_reads, breaks_clients
alter foreign table public.remote
  alter column day type date,
  alter column id type integer;
create statistics public.stats (dependencies)
  on day, id
  from public.remote;
-- ! blocks_writes
create or replace trigger seen after insert on public.remote for each row execute function public.seen();
-- ! opens_access
create function public.fine(i integer)
returns boolean
language sql
immutable
as $$ select i > 0 $$;
-- ! breaks_clients
create view public.near as
 select id,
    day
   from public.remote;
-- ! blocks_reads
alter foreign table public.remote
  add constraint fine check (public.fine(id));
