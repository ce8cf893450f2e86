create table public.t (a integer, b integer);
create view public.v as select a, b from public.t;
comment on column public.v.a is 'A.';
grant select (b) on public.v to anon;
