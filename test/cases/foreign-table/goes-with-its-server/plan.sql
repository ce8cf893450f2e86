-- up
-- ! breaks_clients
drop function public.ids(public.remote);
-- ! breaks_clients
drop view public.over;
-- ! breaks_clients
drop view public.many;
-- ! blocks_reads
alter table public.copies
  add column number integer;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.copies
  drop column several,
  drop column whole;
-- ! breaks_clients
drop foreign table public.remote;
-- ! blocks_reads, breaks_clients
drop foreign table public.log_old;
drop server far;

-- down
create server far
  foreign data wrapper w;
-- ! blocks_reads
create foreign table public.log_old partition of public.log
for values from (minvalue) to ('2020-01-01')
server far
options (t 'old');
create foreign table public.remote (
  id integer not null,
  row_before public.log_old
)
server far;
-- ! blocks_reads
alter table public.copies
  add column several public.remote[],
  add column whole public.remote;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.copies
  drop column number;
-- ! opens_access
create function public.ids(given public.remote)
returns integer
language sql
as $$ select given.id $$;
-- ! opens_access
create view public.many as
 select r.id,
    c.several
   from public.remote r,
    public.copies c;
-- ! opens_access
create view public.over as
 select id
   from public.many;
