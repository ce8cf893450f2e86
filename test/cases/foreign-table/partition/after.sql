-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create table public.events (id bigint not null, day date not null, word text, constraint late check (day > '2000-01-01')) partition by range (day);
create index events_day on public.events (day);
create index events_id on public.events (id);
create table public.events_2024 partition of public.events for values from ('2024-01-01') to ('2025-01-01');
create foreign table public.events_2020 (id bigint not null, day date not null, constraint late check (day > '2000-01-01')) server far options (t 'e20');
create foreign table public.events_2021 partition of public.events for values from ('2021-01-01') to ('2022-01-01') server far;
create foreign table public.events_2022 partition of public.events (word default 'w') for values from ('2022-01-01') to ('2023-01-01') server far options (t 'e22');
