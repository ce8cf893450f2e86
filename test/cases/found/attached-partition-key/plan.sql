-- up
create table public.log (
  id bigint not null,
  kind text not null,
  constraint log_pkey primary key (id, kind)
)
partition by list (kind);
create table public.log_a partition of public.log
for values in ('a');

-- down
-- ! data_loss, breaks_clients
drop table public.log_a;
-- ! data_loss, breaks_clients
drop table public.log;
