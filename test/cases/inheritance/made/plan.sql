-- up
create table public.p (
  a integer default 1,
  b text,
  constraint c check ((a > 0))
);
create table public.q (
  a integer default 7,
  c integer
)
inherits (public.p);
create table public.r (

)
inherits (public.p);
comment on column public.r.a is 'A';

-- down
-- ! data_loss, breaks_clients
drop table public.q;
-- ! data_loss, breaks_clients
drop table public.r;
-- ! data_loss, breaks_clients
drop table public.p;
