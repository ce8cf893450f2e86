-- up
create table public.t (
  a integer not null,
  b text default 'x'::text,
  constraint t_key unique (a, b),
  constraint t_check check ((b <> ''::text))
)
partition by range (a);
create table public.t_1 partition of public.t (
  constraint extra check ((a < 5))
)
for values from (0) to (10);
alter table public.t_1 enable row level security;
comment on table public.t_1 is 'One';
-- ! opens_access
grant select on table public.t_1 to anon;
create table public.t_2 partition of public.t (
  b default 'y'::text
)
for values from (10) to (20)
partition by list (b);
create table public.t_2_x partition of public.t_2
for values in ('x', 'y');
create table public.t_default partition of public.t
default;
create index t_b_idx on public.t using btree (b);

-- down
-- ! data_loss, breaks_clients
drop table public.t_1;
-- ! data_loss, breaks_clients
drop table public.t_2_x;
-- ! data_loss, breaks_clients
drop table public.t_2;
-- ! data_loss, breaks_clients
drop table public.t_default;
-- ! data_loss, breaks_clients
drop table public.t;
