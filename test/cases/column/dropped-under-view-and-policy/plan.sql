-- up
-- ! blocks_reads
drop index public.t_owner_id_idx;
drop view public.v;
-- ! blocks_reads, changes_access
alter policy own on public.t
  using (id = 1);
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column owner_id;
-- ! breaks_clients
create view public.v as
 select id
   from public.t;

-- down
-- ! blocks_reads
alter table public.t
  add column owner_id integer;
-- ! blocks_reads, changes_access
alter policy own on public.t
  using (owner_id = 1);
-- ! blocks_reads
create or replace view public.v as
 select id,
    owner_id
   from public.t;
-- ! scan, blocks_writes
create index t_owner_id_idx on public.t using btree (owner_id);
