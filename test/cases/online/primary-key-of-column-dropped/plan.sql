-- not online: constraint public.t.k: columns of the primary key that it replaces are dropped
-- up
-- ! data_loss, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  drop constraint t_pkey,
  drop column id,
  add constraint k primary key (a);

-- down
-- ! scan, blocks_reads, needs_empty_table, fails_on_rows
alter table public.t
  drop constraint k,
  add column id integer not null,
  add constraint t_pkey primary key (id);
