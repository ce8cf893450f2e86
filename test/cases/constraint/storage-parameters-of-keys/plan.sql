-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  alter column a set not null,
  add constraint one exclude using gist (r with &&) with (fillfactor='50', buffering='on'),
  add constraint other exclude using gist (r with &&) with (fillfactor='40') where ((a > 1)),
  add constraint t_key unique (a, b) with (deduplicate_items=off, fillfactor=70) deferrable initially deferred,
  add constraint t_pkey primary key (a) include (b) with (fillfactor=60);
create table public.fresh (
  "a DEFERRABLE" integer,
  b integer,
  constraint fresh_key unique ("a DEFERRABLE") with (fillfactor=70),
  constraint fresh_other unique (b) with (fillfactor=90) deferrable
);
create table public.fresh_parts (
  id integer,
  constraint fresh_parts_key unique (id) with (fillfactor=75)
)
partition by list (id);
create table public.fresh_parts_1 partition of public.fresh_parts
for values in (1);
create table public.fresh_parts_2 partition of public.fresh_parts
for values in (2);
alter index public.fresh_parts_2_id_key set (fillfactor=55);
-- ! scan, blocks_reads, fails_on_rows
alter table public.made_before
  add constraint made_before_key unique (a) with (fillfactor=30);
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.p
  add constraint p_key unique (id, v) with (fillfactor=80);
alter index public.p_2_id_v_key reset (fillfactor);

-- down
-- ! blocks_reads
alter table public.made_before
  drop constraint made_before_key;
-- ! blocks_reads
alter table public.p
  drop constraint p_key;
-- ! blocks_reads
alter table public.t
  drop constraint one,
  drop constraint other,
  drop constraint t_key,
  drop constraint t_pkey,
  alter column a drop not null;
-- ! data_loss, breaks_clients
drop table public.fresh;
-- ! data_loss, breaks_clients
drop table public.fresh_parts_1;
-- ! data_loss, breaks_clients
drop table public.fresh_parts_2;
-- ! data_loss, breaks_clients
drop table public.fresh_parts;
