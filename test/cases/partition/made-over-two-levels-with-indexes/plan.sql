-- up
create table public.p_1 (
  id integer not null,
  s integer not null,
  v integer,
  constraint p_1_pkey primary key (id, s)
)
partition by range (s);
create index p_1_expr_idx on public.p_1 using btree (((v + 1)));
create index p_1_lower_idx on public.p_1 using btree (lower((v)::text));
create index p_1_v_idx on public.p_1 using btree (v);
alter table public.p
  attach partition public.p_1 for values in (1);
create table public.p_1_a (
  id integer not null,
  s integer not null,
  v integer,
  constraint p_1_a_pkey primary key (id, s)
);
create index p_1_a_expr_idx on public.p_1_a using btree (((v + 1)));
create index p_1_a_lower_idx on public.p_1_a using btree (lower((v)::text));
create index p_1_a_v_idx on public.p_1_a using btree (v);
alter table public.p_1
  attach partition public.p_1_a for values from (0) to (10);
create table public.p_1_d (
  id integer not null,
  s integer not null,
  v integer,
  constraint p_1_d_pkey primary key (id, s)
);
create index p_1_d_expr_idx on public.p_1_d using btree (((v + 1)));
create index p_1_d_lower_idx on public.p_1_d using btree (lower((v)::text));
create index p_1_d_v_idx on public.p_1_d using btree (v);
alter table public.p_1
  attach partition public.p_1_d default;

-- down
-- ! data_loss, breaks_clients
drop table public.p_1_a;
-- ! data_loss, breaks_clients
drop table public.p_1_d;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.p_1;
