-- up
alter table public.a
  drop constraint a_b,
  drop constraint a_b2;
alter table public.c
  drop constraint c_a_fkey;
alter table public.d
  drop constraint d_e;
-- ! blocks_reads
alter table public.kept
  add column d integer;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.alone;
-- ! data_loss, breaks_clients
drop table public.b;
-- ! data_loss, breaks_clients
drop table public.a;
-- ! data_loss, breaks_clients
drop table public.c;
-- ! data_loss, breaks_clients
drop table public.e;
-- ! data_loss, breaks_clients
drop table public.d;

-- down
create table public.a (
  id integer not null,
  b integer,
  c integer,
  constraint a_pkey primary key (id)
);
create table public.alone (
  id integer not null,
  x integer,
  other integer,
  constraint alone_pkey primary key (id),
  constraint positive check ((x > 0))
);
create table public.b (
  id integer not null,
  a integer,
  c integer,
  constraint b_pkey primary key (id)
);
create table public.c (
  id integer not null,
  a integer,
  self integer,
  constraint c_pkey primary key (id)
);
create table public.d (
  id integer not null,
  e integer,
  alone integer,
  constraint d_pkey primary key (id)
);
create table public.e (
  id integer not null,
  d integer,
  constraint e_pkey primary key (id)
);
-- ! data_loss, blocks_reads, breaks_clients
alter table public.kept
  drop column d;
alter table public.a
  add constraint a_b foreign key (b)
    references public.b (id),
  add constraint a_b2 foreign key (c)
    references public.b (id),
  add constraint a_c foreign key (c)
    references public.c (id);
-- ! blocks_writes
alter table public.alone
  add constraint alone_other_fkey foreign key (other)
    references public.kept (id);
alter table public.b
  add constraint b_a foreign key (a)
    references public.a (id);
alter table public.c
  add constraint c_a_fkey foreign key (a)
    references public.a (id),
  add constraint c_self_fkey foreign key (self)
    references public.c (id);
alter table public.d
  add constraint d_e foreign key (e)
    references public.e (id);
alter table public.e
  add constraint e_d_fkey foreign key (d)
    references public.d (id);
create index alone_x_idx on public.alone using btree (x);
-- ! opens_access
create policy p on public.alone
  for all
  to public
  using (x > 1);
