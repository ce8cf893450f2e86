-- up
-- ! blocks_reads, breaks_clients
alter foreign table public.remote
  drop column word,
  options (add fetch_size '50'),
  alter column id type bigint,
  alter column id set not null,
  alter column id options (add column_name 'ident'),
  add constraint positive check ((id > 0));
create foreign table public.more (
  id integer
)
server far
options (table_name 'm');
-- ! needs_refresh, opens_access
create materialized view public.kept as
 select id
   from public.remote
with no data;

-- down
-- ! breaks_clients
drop foreign table public.more;
-- ! breaks_clients
drop materialized view public.kept;
-- ! blocks_reads, breaks_clients
alter foreign table public.remote
  drop constraint positive,
  options (drop fetch_size),
  alter column id type integer,
  alter column id drop not null,
  alter column id options (drop column_name),
  add column word text;
