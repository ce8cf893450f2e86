create table public.o (a integer);
create table public.t (
  a integer not null,
  b text default 'x',
  constraint t_key unique (a, b),
  constraint t_check check (b <> '')
) partition by range (a);
create table public.t_1 partition of public.t (constraint extra check (a < 5)) for values from (0) to (10);
create table public.t_2 partition of public.t (b default 'y') for values from (10) to (20) partition by list (b);
create table public.t_2_x partition of public.t_2 for values in ('x', 'y');
create table public.t_default partition of public.t default;
create index t_b_idx on public.t (b);
comment on table public.t_1 is 'One';
grant select on public.t_1 to anon;
alter table public.t_1 enable row level security;
