-- up
-- ! blocks_reads
alter table public.t
  replica identity using index i;
-- ! blocks_reads
alter table public.u
  replica identity full;
create table public.v (
  a integer not null
);
create table public.w (
  a integer not null,
  constraint w_k unique (a)
);
alter table public.w
  replica identity using index w_k;
create table public.x (
  a integer
);
alter table public.x
  replica identity nothing;
create unique index v_i on public.v using btree (a);
alter table public.v
  replica identity using index v_i;

-- down
-- ! blocks_reads
alter table public.t
  replica identity default;
-- ! blocks_reads
alter table public.u
  replica identity default;
-- ! data_loss, breaks_clients
drop table public.v;
-- ! data_loss, breaks_clients
drop table public.w;
-- ! data_loss, breaks_clients
drop table public.x;
