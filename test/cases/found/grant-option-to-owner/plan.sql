-- up
create type public.mood as enum (
  'a',
  'b'
);
create table public.t (
  id integer
);
-- ! opens_access
grant select on table public.t to postgres with grant option;

-- down
-- ! breaks_clients
drop type public.mood;
-- ! data_loss, breaks_clients
drop table public.t;
