-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create function public.seen() returns trigger language plpgsql as $$ begin return new; end $$;
create foreign table public.remote (
  id bigint options (column_name 'ident') not null,
  "Name" text options (column_name 'n''ame', force_null 'true') collate "C" default 'x',
  doubled bigint generated always as (id * 2) stored,
  constraint "positive id" check (id > 0),
  constraint named check ("Name" <> '') no inherit
) server far options (schema_name 'public', "Table" 't');
alter foreign table public.remote alter column "Name" set statistics 100;
alter foreign table public.remote alter column "Name" set storage external;
alter foreign table public.remote alter column id set (n_distinct = 5);
comment on foreign table public.remote is 'Elsewhere';
comment on column public.remote."Name" is 'Theirs';
comment on constraint named on public.remote is 'Not empty';
revoke all on public.remote from public;
grant select on public.remote to authenticated;
grant update ("Name") on public.remote to anon;
create trigger seen before insert on public.remote for each row execute function public.seen();
alter foreign table public.remote disable trigger seen;
create view public.near as select id, "Name" from public.remote;
create function public.first_remote() returns public.remote language sql stable as $$ select * from public.remote limit 1 $$;
