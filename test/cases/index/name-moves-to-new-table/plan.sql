-- up
-- ! data_loss, breaks_clients
drop table public.a;
create table public.a_id_seq (
  n integer
);
create table public.b (
  id integer not null,
  n integer,
  constraint the_key primary key (id),
  constraint n_key unique (n)
);
-- ! data_loss, breaks_clients
drop table public.c_id_seq;
create table public.c (
  id integer not null generated always as identity
);
create index the_idx on public.b using btree (n);

-- down
-- ! data_loss, breaks_clients
drop table public.a_id_seq;
-- ! data_loss, breaks_clients
drop table public.b;
create table public.a (
  id integer not null generated always as identity,
  n integer,
  constraint the_key primary key (id),
  constraint n_key unique (n)
);
-- ! data_loss, breaks_clients
drop table public.c;
create table public.c_id_seq (
  n integer
);
create index the_idx on public.a using btree (n);
