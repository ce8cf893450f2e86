create table public.t (a integer, b integer);
create view public.v as select b as a from public.t;
create view public.w as select a from public.v;
create materialized view public.m as select a from public.w;
create index m_idx on public.m (a);
