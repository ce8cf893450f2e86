-- up
-- ! blocks_reads
alter table public.t
  add column name text collate "C" not null default 'x''y'::text;
comment on column public.t.name is 'The name.';
-- ! opens_access
grant select (name), update (name) on table public.t to anon;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column name;
