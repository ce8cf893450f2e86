-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create foreign table public.remote (id integer, owner_id uuid) server far;
create table public.mine (id integer);
alter table public.mine enable row level security;
create policy own on public.mine using (exists (select from public.remote as r where r.id = mine.id));
create view public.safe with (security_invoker = true) as select id from public.remote;
create materialized view public.kept as select id from public.remote with no data;
