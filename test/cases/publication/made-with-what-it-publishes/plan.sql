-- up
-- ! breaks_clients
drop publication gone;
-- ! blocks_reads
alter table public.t
  add column c integer;
create publication empty
  with (publish = 'insert');
-- ! opens_access
create publication "New P"
  for table public.t
  with (publish_via_partition_root = true);
comment on publication "New P" is 'P';
create table app.u (
  a integer not null,
  b integer,
  constraint u_pkey primary key (a)
);
-- ! opens_access
create publication swapped
  for table public.t (a, c), app.u where ((b > 1));
-- ! data_loss, breaks_clients
drop table public.old;

-- down
-- ! breaks_clients
drop publication "New P";
-- ! breaks_clients
drop publication empty;
-- ! breaks_clients
drop publication swapped;
-- ! opens_access
create publication gone
  for table public.t (a);
create table public.old (
  a integer not null,
  constraint old_pkey primary key (a)
);
-- ! opens_access
alter publication stays add table public.old;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column c;
-- ! data_loss, breaks_clients
drop table app.u;
