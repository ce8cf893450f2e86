-- up
create table public.t (
  a integer,
  b text
)
partition by hash (a);
create table public.t_0 partition of public.t
for values with (modulus 2, remainder 0);
create table public.t_1 partition of public.t
for values with (modulus 2, remainder 1);
create table public.u (
  a integer,
  b text
)
partition by list (lower(b) collate "C");

-- down
-- ! data_loss, breaks_clients
drop table public.t_0;
-- ! data_loss, breaks_clients
drop table public.t_1;
-- ! data_loss, breaks_clients
drop table public.t;
-- ! data_loss, breaks_clients
drop table public.u;
