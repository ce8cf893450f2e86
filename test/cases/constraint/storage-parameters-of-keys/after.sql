create table public.t (
  a integer,
  b integer,
  r int4range,
  constraint t_key unique (a, b) with (fillfactor = 70, deduplicate_items = off) deferrable initially deferred,
  constraint t_pkey primary key (a) include (b) with (fillfactor = 60),
  constraint one exclude using gist (r with &&) with (fillfactor = 50, buffering = on),
  constraint other exclude using gist (r with &&) with (fillfactor = 40) where (a > 1)
);
create table public.made_before (a integer, constraint made_before_key unique (a));
alter index public.made_before_key set (fillfactor = 30);
create table public.p (id integer not null, v integer not null, constraint p_key unique (id, v) with (fillfactor = 80))
  partition by list (id);
create table public.p_1 partition of public.p for values in (1);
create table public.p_2 partition of public.p for values in (2);
alter index public.p_2_id_v_key reset (fillfactor);
create table public.fresh (
  "a DEFERRABLE" integer,
  b integer,
  constraint fresh_key unique ("a DEFERRABLE") with (fillfactor = 70),
  constraint fresh_other unique (b) with (fillfactor = 90) deferrable
);
create table public.fresh_parts (id integer, constraint fresh_parts_key unique (id) with (fillfactor = 75))
  partition by list (id);
create table public.fresh_parts_1 partition of public.fresh_parts for values in (1);
create table public.fresh_parts_2 partition of public.fresh_parts for values in (2);
alter index public.fresh_parts_2_id_key set (fillfactor = 55);
