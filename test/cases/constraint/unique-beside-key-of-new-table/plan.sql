-- up
create table public.heir (
  constraint heir_pkey primary key (a)
)
inherits (public.old);
alter table public.heir
  alter column a set not null,
  add constraint heir_key unique (a);
create table public.included (
  a integer not null,
  b integer,
  constraint included_pkey primary key (a) include (b),
  constraint i2 unique (a)
);
alter table public.included
  add constraint i1 unique (a) include (b);
create table public.later (
  a integer not null,
  constraint later_pkey primary key (a) deferrable initially deferred,
  constraint l2 unique (a) deferrable,
  constraint l3 unique (a)
);
alter table public.later
  add constraint l1 unique (a) deferrable initially deferred,
  add constraint l4 unique (a) deferrable;
create table public.nulls (
  a integer,
  b int4range,
  constraint n1 unique nulls not distinct (a),
  constraint n2 unique (a),
  constraint x1 exclude using gist (b with &&),
  constraint x3 exclude using gist (b with &&) where ((a > 0))
);
alter table public.nulls
  add constraint n3 unique nulls not distinct (a),
  add constraint x2 exclude using gist (b with &&);
create table public.referring (
  a integer,
  b integer
);
create table public.several (
  a integer not null,
  b integer not null,
  constraint several_pkey primary key (a, b),
  constraint u2 unique (b, a),
  constraint u4 unique (a)
);
alter table public.several
  add constraint u1 unique (a, b),
  add constraint u3 unique (a, b) with (fillfactor=50),
  add constraint u5 unique (a),
  replica identity using index u3,
  cluster on u5;
comment on constraint u3 on public.several is 'third';
comment on index public.u5 is 'fifth';
alter table public.referring
  add constraint referring_fk foreign key (a, b) references public.several;

-- down
-- ! data_loss, breaks_clients
drop table public.heir;
-- ! data_loss, breaks_clients
drop table public.included;
-- ! data_loss, breaks_clients
drop table public.later;
-- ! data_loss, breaks_clients
drop table public.nulls;
-- ! data_loss, breaks_clients
drop table public.referring;
-- ! data_loss, breaks_clients
drop table public.several;
