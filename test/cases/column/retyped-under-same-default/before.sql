create domain public.short as varchar(5);
create sequence public.numbers as integer;
create table public.t (
  id integer default nextval('public.numbers'),
  a integer default 5,
  b integer default -1,
  c varchar(10) default 'x',
  d timestamp default now(),
  e numeric(10, 2) default 1.5,
  f bit(3) default b'101',
  g varchar(5) default 'dom',
  h date default current_date,
  i integer default (1 + 2),
  j text default null,
  k integer not null default 0 constraint k_check check (k >= 0)
);
create table public.parent (a integer default 5, b text);
create table public.child (c integer) inherits (public.parent);
create table public.other (a integer default 7) inherits (public.parent);
create table public.list (id integer, n integer default 3) partition by list (id);
create table public.list_1 partition of public.list for values in (1);
