create table public.t (a integer, b integer);
create materialized view public.m as select a from public.t;
create unique index m_a_idx on public.m (a);
comment on index public.m_a_idx is 'A.';
comment on materialized view public.m is 'M.';
grant select on public.m to anon;
