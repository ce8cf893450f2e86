-- up
create table public.log (
  id bigint not null,
  kind text not null,
  constraint log_pk primary key (id, kind)
)
partition by list (kind);
create table public.log_a (
  id bigint not null,
  kind text not null,
  constraint a_pk primary key (id, kind)
);
alter table public.log
  attach partition public.log_a for values in ('a');

-- down
-- ! data_loss, breaks_clients
drop table public.log_a;
-- ! data_loss, breaks_clients
drop table public.log;
