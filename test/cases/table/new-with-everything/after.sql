create function public.touch() returns trigger language plpgsql as 'begin return new; end';
create table public.t (
  id bigint generated always as identity constraint t_pkey primary key,
  name text collate "C" not null default 'x' constraint t_name_check check (name <> ''),
  twice bigint generated always as (length(name) * 2) stored,
  n numeric(10, 2),
  at timestamptz(3) not null default now(),
  list integer[] default '{}',
  span interval day to second
) with (fillfactor = 70, toast.autovacuum_enabled = false);
comment on table public.t is 'T';
comment on column public.t.name is 'N';
comment on constraint t_name_check on public.t is 'C';
create index t_at_idx on public.t (at);
alter table public.t enable row level security;
alter table public.t force row level security;
create policy own on public.t for select to anon using (id = 1);
create trigger touch before update on public.t for each row execute function public.touch();
grant select (name) on public.t to anon;
