-- up
-- ! blocks_reads
create table public.ev_1 partition of public.ev
for values in (1);
alter table public.ev_1
  alter column kind drop default;
-- ! blocks_reads
create table public.ev_2 partition of public.ev
for values in (2);
alter table public.ev_2
  alter column kind set default 'z'::text;

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.ev_1;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.ev_2;
