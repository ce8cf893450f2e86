create table public."P p" ("i d" bigint, "d ay" date, k text, "n ew" integer default 3 check ("n ew" > 0)) partition by range ("d ay");
create table public."P 1" partition of public."P p" for values from ('2020-01-01') to ('2022-01-01') partition by list (k);
create table public."P 1 a" partition of public."P 1" for values in ('it''s', 'x');
create table public."P 1 b" partition of public."P 1" default;
create table public."P 2" partition of public."P p" default;
create index pi on public."P p" (k, "n ew");
create unique index own on public."P 1 a" ("i d", k);
create table public.r (a bigint, b date);
