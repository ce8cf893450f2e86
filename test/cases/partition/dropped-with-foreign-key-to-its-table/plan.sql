-- up
create table public.o (
  a integer
);
-- ! data_loss, breaks_clients
drop table public.ref;
-- ! data_loss, breaks_clients
drop table public.pp_1;
-- ! data_loss, breaks_clients
drop table public.pp_2_0;
-- ! data_loss, breaks_clients
drop table public.pp_2;
-- ! data_loss, breaks_clients
drop table public.pp;

-- down
create table public.pp (
  band integer not null,
  geom integer not null,
  constraint pp_key unique (band, geom)
)
partition by list (band);
create table public.pp_1 (
  band integer not null,
  geom integer not null,
  constraint pp_1_geom unique (band, geom)
);
alter table public.pp
  attach partition public.pp_1 for values in (1);
create table public.pp_2 partition of public.pp
for values in (2)
partition by hash (geom);
create table public.pp_2_0 partition of public.pp_2
for values with (modulus 1, remainder 0);
create table public.ref (
  b integer,
  g integer
);
-- ! data_loss, breaks_clients
drop table public.o;
alter table public.ref
  add constraint ref_b_g_fkey foreign key (b, g)
    references public.pp (band, geom);
