create table public."P p" ("i d" integer, "d ay" date, k text) partition by range ("d ay");
create table public."P 1" partition of public."P p" for values from ('2020-01-01') to ('2021-01-01') partition by list (k);
create table public."P 1 a" partition of public."P 1" for values in ('it''s', null);
create table public."P 1 b" partition of public."P 1" default;
create index pi on public."P p" (k);
create unique index own on public."P 1 a" ("i d");
create table public.r (a integer, b date);
