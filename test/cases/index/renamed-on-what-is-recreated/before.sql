create table public.t (id integer primary key, a integer, b text);
create materialized view public.m as select id, a from public.t;
create index m_old on public.m (a);
create index t_old on public.t (b);
create function public.f() returns void language sql begin atomic insert into public.t values (1) on conflict on constraint t_pkey do nothing; end;
