create domain public.short as varchar(5);
create sequence public.numbers as integer;
create table public.t (
  id bigint default nextval('public.numbers'),
  a bigint default 5,
  b smallint default -1,
  c varchar(20) default 'x',
  d timestamptz default now(),
  e numeric(12, 3) default 1.5,
  f bit(3) default b'101',
  g public.short default 'dom',
  h timestamp default current_date,
  i numeric default (1 + 2),
  j varchar(3) default null,
  k bigint not null default 0 constraint k_check check (k >= 0)
);
create table public.parent (a bigint default 5, b text);
create table public.child (c integer) inherits (public.parent);
create table public.other (a bigint default 7) inherits (public.parent);
create table public.list (id integer, n bigint default 3) partition by list (id);
create table public.list_1 partition of public.list for values in (1);
