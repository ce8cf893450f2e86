-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  set unlogged;
create unlogged table public.u (
  id bigint not null generated always as identity,
  constraint u_pkey primary key (id)
);

-- down
-- ! rewrite, scan, blocks_reads
alter table public.t
  set logged;
-- ! data_loss, breaks_clients
drop table public.u;
