-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.base
  drop constraint positive,
  alter column id type bigint,
  add column word text;
-- ! scan, blocks_reads
alter foreign table public.root
  alter column id set not null,
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
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.base
  drop constraint short,
  drop constraint positive,
  alter column id type integer,
  drop column word,
  add constraint positive check ((id > 0));
-- ! blocks_reads, breaks_clients
alter foreign table public.root
  alter column id drop not null,
  drop column fresh;
