create table public.t (id integer constraint t_key primary key, a integer, b text);
create materialized view public.m as select id, a from public.t where a > 0;
create index m_new on public.m (a);
create view public.t_old as select 1 as one;
create index t_new on public.t (b);
create function public.f() returns void language sql begin atomic insert into public.t values (1) on conflict on constraint t_key do nothing; end;
