-- up
drop materialized view public.m;
-- ! scan
create materialized view public.m as
 select a,
    b
   from public.t;
comment on materialized view public.m is 'M.';
grant select on table public.m to anon;
-- ! scan, blocks_writes
create unique index m_a_idx on public.m using btree (a);
comment on index public.m_a_idx is 'A.';

-- down
drop materialized view public.m;
-- ! scan, breaks_clients
create materialized view public.m as
 select a
   from public.t;
comment on materialized view public.m is 'M.';
grant select on table public.m to anon;
-- ! scan, blocks_writes
create unique index m_a_idx on public.m using btree (a);
comment on index public.m_a_idx is 'A.';
