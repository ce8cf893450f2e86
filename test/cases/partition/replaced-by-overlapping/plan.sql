-- up
-- ! data_loss, blocks_reads, breaks_clients
drop table public.t_a;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.t_b;
create table public.fresh (
  id integer
)
partition by range (id);
create table public.fresh_a partition of public.fresh
for values from (1) to (10);
-- ! blocks_reads
create table public.t_all partition of public.t
for values from (1) to (20);
-- ! data_loss, breaks_clients
drop table public.gone_a;
-- ! data_loss, breaks_clients
drop table public.gone;

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.t_all;
create table public.gone (
  id integer
)
partition by range (id);
create table public.gone_a partition of public.gone
for values from (1) to (10);
-- ! blocks_reads
create table public.t_a partition of public.t
for values from (1) to (10);
-- ! blocks_reads
create table public.t_b partition of public.t
for values from (10) to (20);
-- ! data_loss, breaks_clients
drop table public.fresh_a;
-- ! data_loss, breaks_clients
drop table public.fresh;
