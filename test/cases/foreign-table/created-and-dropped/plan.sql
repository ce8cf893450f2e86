-- up
create foreign table public.remote (
  id bigint options (column_name 'ident') not null,
  "Name" text options (column_name 'n''ame', force_null 'true') collate "C" default 'x'::text,
  doubled bigint generated always as ((id * 2)) stored,
  constraint named check (("Name" <> ''::text)) no inherit,
  constraint "positive id" check ((id > 0))
)
server far
options ("Table" 't', schema_name 'public');
comment on foreign table public.remote is 'Elsewhere';
-- ! opens_access
grant select on table public.remote to authenticated;
comment on constraint named on public.remote is 'Not empty';
alter foreign table public.remote
  alter column id set (n_distinct=5),
  alter column "Name" set storage external,
  alter column "Name" set statistics 100;
comment on column public.remote."Name" is 'Theirs';
-- ! opens_access
grant update ("Name") on table public.remote to anon;
-- ! opens_access
create function public.first_remote()
returns public.remote
language sql
stable
as $$ select * from public.remote limit 1 $$;
create trigger seen before insert on public.remote for each row execute function public.seen();
alter foreign table public.remote disable trigger seen;
-- ! opens_access
create view public.near as
 select id,
    "Name"
   from public.remote;

-- down
-- ! breaks_clients
drop function public.first_remote();
-- ! breaks_clients
drop view public.near;
-- ! breaks_clients
drop foreign table public.remote;
