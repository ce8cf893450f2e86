-- up
-- ! blocks_reads, breaks_clients
alter foreign table public.remote
  drop column gone,
  drop constraint old,
  options (drop schema_name, add fetch_size '10', set table_name 't2'),
  alter column id type bigint,
  alter column id drop not null,
  alter column id options (drop a, add b '2', set column_name 'id');
drop view public.near;
alter type public.mood rename to mood_old;
comment on foreign table public.remote is null;
-- ! breaks_clients
revoke select on table public.remote from authenticated;
grant select (id, name) on table public.remote to authenticated;
-- ! blocks_reads
alter foreign table public.remote
  alter column name drop default,
  alter column name type text collate "C",
  alter column name set default 'y'::text,
  alter column name set not null,
  add column fresh timestamptz options (c '3') not null default now();
grant select (name) on table public.remote to authenticated;
-- ! breaks_clients
create type public.mood as enum (
  'b',
  'c'
);
-- ! blocks_reads
alter foreign table public.remote
  alter column state type public.mood;
alter foreign table public.remote
  validate constraint kept;
-- ! blocks_reads
alter foreign table public.remote
  add constraint new check ((fresh > '2000-01-01 00:00:00+00'::timestamptz)) no inherit;
create view public.near as
 select name
   from public.remote;
drop type public.mood_old;

-- down
-- ! blocks_reads, breaks_clients
alter foreign table public.remote
  drop constraint kept,
  drop constraint new,
  drop column fresh,
  options (drop fetch_size, add schema_name 'public', set table_name 't'),
  alter column id type integer,
  alter column id set not null,
  alter column id options (drop b, add a '1', set column_name 'ident');
drop view public.near;
alter type public.mood rename to mood_old;
comment on foreign table public.remote is 'Elsewhere';
-- ! opens_access
grant select on table public.remote to authenticated;
revoke select (id) on table public.remote from authenticated;
-- ! blocks_reads
alter foreign table public.remote
  alter column name drop default,
  alter column name type text,
  alter column name set default 'x'::text,
  alter column name drop not null,
  add column gone text;
revoke select (name) on table public.remote from authenticated;
-- ! breaks_clients
create type public.mood as enum (
  'a',
  'b'
);
-- ! blocks_reads
alter foreign table public.remote
  alter column state type public.mood,
  add constraint kept check ((id < 100)) not valid,
  add constraint old check ((id > 0));
create view public.near as
 select name
   from public.remote;
drop type public.mood_old;
