-- up
-- ! blocks_reads
alter table public.t
  rename constraint t_pkey to t_key;
alter index public.t_old rename to t_new;
drop materialized view public.m;
create or replace function public.f()
 returns void
 language sql
begin atomic
 insert into public.t (id)
   values (1) on conflict on constraint t_key do nothing;
end
;
-- ! scan
create materialized view public.m as
 select id,
    a
   from public.t
  where (a > 0);
-- ! scan, blocks_writes
create index m_new on public.m using btree (a);
-- ! opens_access
create view public.t_old as
 select 1 as one;

-- down
-- ! blocks_reads
alter table public.t
  rename constraint t_key to t_pkey;
-- ! blocks_reads
drop index public.t_new;
drop materialized view public.m;
-- ! breaks_clients
drop view public.t_old;
create or replace function public.f()
 returns void
 language sql
begin atomic
 insert into public.t (id)
   values (1) on conflict on constraint t_pkey do nothing;
end
;
-- ! scan, blocks_writes
create index t_old on public.t using btree (b);
-- ! scan
create materialized view public.m as
 select id,
    a
   from public.t;
-- ! scan, blocks_writes
create index m_old on public.m using btree (a);
