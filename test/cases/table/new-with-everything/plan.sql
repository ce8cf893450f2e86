-- up
create table public.t (
  id bigint not null generated always as identity,
  name text collate "C" not null default 'x'::text,
  twice bigint generated always as ((length(name) * 2)) stored,
  n numeric(10,2),
  at timestamp(3) with time zone not null default now(),
  list integer[] default '{}'::integer[],
  span interval day to second,
  constraint t_pkey primary key (id),
  constraint t_name_check check ((name <> ''::text))
)
with (fillfactor=70, toast.autovacuum_enabled=false);
alter table public.t
  enable row level security,
  force row level security;
comment on table public.t is 'T';
comment on column public.t.name is 'N';
-- ! opens_access
grant select (name) on table public.t to anon;
comment on constraint t_name_check on public.t is 'C';
create index t_at_idx on public.t using btree (at);
-- ! opens_access
create policy own on public.t
  for select
  to anon
  using (id = 1);
create trigger touch before update on public.t for each row execute function public.touch();

-- down
-- ! data_loss, breaks_clients
drop table public.t;
