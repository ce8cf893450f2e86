-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create type public.mood as enum ('b', 'c');
create foreign table public.remote (
  id bigint options (column_name 'id', b '2'),
  name text collate "C" default 'y' not null,
  state public.mood,
  fresh timestamptz options (c '3') not null default now(),
  constraint kept check (id < 100),
  constraint new check (fresh > '2000-01-01') no inherit
) server far options (table_name 't2', fetch_size '10');
grant select (id, name) on public.remote to authenticated;
create view public.near as select name from public.remote;
