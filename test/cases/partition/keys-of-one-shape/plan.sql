-- up
create table public.p (
  a integer not null,
  constraint p_pkey primary key (a)
)
partition by list (a);
alter table public.p
  add constraint p_key unique (a);
create table public.p_1 partition of public.p (
  constraint local_1 unique (a)
)
for values in (1);
alter table public.p_1
  add constraint local_2 unique (a);
create table public.p_2 (
  a integer not null,
  constraint named_pkey primary key (a)
);
alter table public.p_2
  add constraint named_key unique (a);
alter table public.p
  attach partition public.p_2 for values in (2);
alter table public.p_2
  add constraint a_local unique (a);
create table public.q (
  a integer not null,
  constraint q_key unique (a)
)
partition by list (a);
create table public.q_1 (
  a integer not null,
  constraint named_q_key unique (a)
);
alter table public.q
  attach partition public.q_1 for values in (1);
alter table public.q_1
  add constraint local_q_pkey primary key (a);
-- ! blocks_reads, fails_on_rows
alter table public.old
  add constraint old_pkey primary key (a);

-- down
-- ! blocks_reads
alter table public.old
  drop constraint old_pkey;
-- ! data_loss, breaks_clients
drop table public.p_1;
-- ! data_loss, breaks_clients
drop table public.p_2;
-- ! data_loss, breaks_clients
drop table public.p;
-- ! data_loss, breaks_clients
drop table public.q_1;
-- ! data_loss, breaks_clients
drop table public.q;
