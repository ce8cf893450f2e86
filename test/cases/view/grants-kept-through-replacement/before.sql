create table public.t (a integer, b integer);
create view public.v as select a, b from public.t;
grant select on public.v to anon with grant option;
grant update (a) on public.v to authenticated;
comment on column public.v.b is 'B';
