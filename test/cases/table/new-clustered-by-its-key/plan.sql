-- up
create table public.t (
  id integer not null,
  k integer,
  constraint t_pkey primary key (id),
  constraint t_k_key unique (k)
);
comment on constraint t_pkey on public.t is 'key';
alter table public.t
  cluster on t_pkey;
create table public.u (
  id integer not null,
  k integer,
  constraint u_pkey primary key (id),
  constraint "u.k" unique (k)
);
alter table public.u
  cluster on "u.k";

-- down
-- ! data_loss, breaks_clients
drop table public.t;
-- ! data_loss, breaks_clients
drop table public.u;
