-- up
-- ! blocks_writes
create index ps on only public.p using btree (s);
-- ! blocks_writes
create index ps1 on only public.p_1 using btree (s);
alter index public.ps attach partition public.ps1;
alter index public.ps1 attach partition public.local_a;
-- ! scan, blocks_writes
create index local_d on public.p_1_d using btree (s);
alter index public.ps1 attach partition public.local_d;

-- down
-- ! blocks_reads
drop index public.ps;
-- ! scan, blocks_writes
create index local_a on public.p_1_a using btree (s);
