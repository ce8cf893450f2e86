create table public.events (
  id bigint generated always as identity,
  tenant uuid not null,
  at timestamptz not null,
  payload jsonb not null default '{}',
  primary key (id, at, tenant)
) partition by range (at);
create table public.events_2023 partition of public.events for values from ('2023-01-01') to ('2024-01-01');
create table public.events_2024 partition of public.events for values from ('2024-01-01') to ('2025-01-01') partition by hash (tenant);
create table public.events_2024_0 partition of public.events_2024 for values with (modulus 2, remainder 0);
create table public.events_2024_1 partition of public.events_2024 for values with (modulus 2, remainder 1);
create index events_tenant on public.events (tenant, at desc);
create function public.touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touch before insert on public.events for each row execute function public.touch();
insert into public.events (tenant, at, payload) values
  ('00000000-0000-0000-0000-000000000001', '2023-05-05', '{"a": 1}');
