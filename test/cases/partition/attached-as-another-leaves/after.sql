create table public.events (id bigint not null, day date not null) partition by range (day);
create table public.events_2020 partition of public.events for values from ('2020-01-01') to ('2021-01-01');
create table public.events_2021 (id bigint not null, day date not null);
