create table public.t (id bigint primary key, v int);
create materialized view public.mv as select id, v * 2 as v from public.t with no data;
create unique index on public.mv (id);
grant select on public.mv to anon;
create view public.over as select * from public.mv;
