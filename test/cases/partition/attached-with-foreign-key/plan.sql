-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.p_1 for values in (1);
-- ! blocks_writes
create table public.p_2 (
  id integer not null,
  v integer,
  constraint "the second" foreign key (v) references public.r(id)
);
-- ! blocks_reads
alter table public.p
  attach partition public.p_2 for values in (2);
create table public.q (
  id integer not null,
  v integer
)
partition by list (id);
create table public.q_1 partition of public.q
for values in (1);
create table public.q_2 partition of public.q
for values in (2, 3)
partition by list (id);
create table public.q_2_1 partition of public.q_2
for values in (2);
-- ! blocks_writes
alter table public.q_1
  add constraint mine foreign key (v)
    references public.r (id);
-- ! blocks_writes
alter table public.q_2_1
  add constraint "the lowest" foreign key (v)
    references public.r (id);
-- ! blocks_reads
alter table public.q
  add constraint q_v_fkey foreign key (v)
    references public.r (id);

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.p_2;
-- ! blocks_reads, blocks_writes
alter table public.p
  detach partition public.p_1;
-- ! data_loss, breaks_clients
drop table public.q_1;
-- ! data_loss, breaks_clients
drop table public.q_2_1;
-- ! data_loss, breaks_clients
drop table public.q_2;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.q;
