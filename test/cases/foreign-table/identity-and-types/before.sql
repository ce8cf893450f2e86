-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create type public.pair as (a integer, b text);
create domain public.short as text check (length(value) < 5);
create collation public.mine (provider = icu, locale = 'de');
create sequence public.numbers;
create foreign table public.remote (
  id bigint generated always as identity,
  next bigint not null default nextval('public.numbers'),
  two public.pair,
  word public.short default 'x',
  other text collate public.mine,
  narrow bigint,
  plain text
) server far;
alter sequence public.numbers owned by public.remote.next;
