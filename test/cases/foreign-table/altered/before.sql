-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create type public.mood as enum ('a', 'b');
create foreign table public.remote (
  id integer options (column_name 'ident', a '1') not null,
  name text default 'x',
  gone text,
  state public.mood,
  constraint old check (id > 0),
  constraint kept check (id < 100) not valid
) server far options (schema_name 'public', table_name 't');
comment on foreign table public.remote is 'Elsewhere';
grant select on public.remote to authenticated;
create view public.near as select name from public.remote;
