create table public.t (id int primary key, v int);
insert into public.t values (1, 2);
create materialized view public.mv as select id, v from public.t;
create unique index on public.mv (id);
grant select on public.mv to anon;
create view public.over as select * from public.mv;
