-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.base
  drop constraint positive,
  alter column id type bigint;
-- ! scan, blocks_reads
alter foreign table public.root
  alter column id set not null;
-- ! blocks_reads
alter table public.base
  add column word text;
-- ! blocks_reads
alter foreign table public.root
  add column fresh text;
create foreign table public.second (
  extra text
)
inherits (public.base)
server far
options (t 'x');
-- ! scan, blocks_reads
alter table public.base
  add constraint short check ((word <> ''::text)),
  add constraint positive check ((id > 0));

-- down
-- ! breaks_clients
drop foreign table public.second;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.base
  drop constraint short,
  drop constraint positive,
  alter column id type integer;
-- ! blocks_reads
alter foreign table public.root
  alter column id drop not null;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.base
  drop column word;
-- ! blocks_reads, breaks_clients
alter foreign table public.root
  drop column fresh;
-- ! scan, blocks_reads
alter table public.base
  add constraint positive check ((id > 0));
