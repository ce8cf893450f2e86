create table public.t (a integer, b integer generated always as (a * 2) stored);
create index t_b_idx on public.t (b);
create view public.v as select b from public.t;
comment on column public.t.b is 'Twice.';
grant select (b) on public.t to anon;
