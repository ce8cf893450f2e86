create table public.t (a integer, b integer);
create view public.v as select a, b from public.t;
grant select on public.v to anon;
comment on view public.v is 'V.';
