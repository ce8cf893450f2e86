create table public.events (id bigint not null, day date not null, word text) partition by range (day);
create table public.events_2020 (id bigint not null, day date not null);
create table public.events_2021 partition of public.events for values from ('2021-01-01') to ('2022-01-01');
