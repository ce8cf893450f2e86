create table public.events (
  id bigint generated always as identity,
  tenant uuid not null,
  at timestamptz not null,
  payload jsonb not null default '{}',
  kind text not null default 'click',
  primary key (id, at, tenant),
  constraint known_kind check (kind in ('click', 'view'))
) partition by range (at);
create table public.events_2023 partition of public.events for values from ('2023-01-01') to ('2024-01-01') with (fillfactor = 70);
create table public.events_2024 partition of public.events for values from ('2024-01-01') to ('2025-01-01') partition by hash (tenant);
create table public.events_2024_0 partition of public.events_2024 for values with (modulus 2, remainder 0);
create table public.events_2024_1 partition of public.events_2024 for values with (modulus 2, remainder 1);
create table public.events_2025 partition of public.events for values from ('2025-01-01') to ('2026-01-01');
create table public.events_rest partition of public.events default;
create index events_tenant on public.events (tenant, at desc);
create index events_kind on public.events using hash (kind);
create index only_2023 on public.events_2023 ((payload ->> 'a'));
create function public.touch() returns trigger language plpgsql as 'begin new.kind := coalesce(new.kind, ''view''); return new; end';
create trigger touch before insert on public.events for each row execute function public.touch();
create trigger only_2025 after delete on public.events_2025 for each row execute function public.touch();
alter table public.events enable row level security;
create policy mine on public.events for select using (tenant = nullif(current_setting('app.tenant', true), '')::uuid);
