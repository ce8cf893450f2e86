-- up
-- ! blocks_reads
alter table public.t
  rename constraint t_pkey to t_key;
alter index public.m_old rename to m_new;
alter index public.t_a rename to t_by_a;
alter index public.t_c rename to t_by_c;
alter index public.t_b rename to t_c;
alter domain public.d
  rename constraint d_old to d_new;
-- ! scan, blocks_reads, fails_on_rows
alter table public.s
  drop constraint s_a,
  drop constraint s_b,
  add constraint s_b check ((id > 0));
-- ! blocks_reads
alter table public.t
  add column d text;
alter index public.t_by_a set (fillfactor=70);
-- ! scan, blocks_writes
create index t_d on public.t using btree (d);

-- down
-- ! blocks_reads
alter table public.s
  rename constraint s_b to s_a;
-- ! blocks_reads
alter table public.t
  rename constraint t_key to t_pkey;
alter index public.m_new rename to m_old;
alter index public.t_by_a rename to t_a;
alter index public.t_c rename to t_b;
alter index public.t_by_c rename to t_c;
alter domain public.d
  rename constraint d_new to d_old;
-- ! blocks_reads
drop index public.t_d;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column d;
alter index public.t_a set (fillfactor=80);
-- ! scan, blocks_reads, fails_on_rows
alter table public.s
  add constraint s_b check ((id < 10));
