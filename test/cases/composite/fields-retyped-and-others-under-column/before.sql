create type public.size as (width smallint, unit varchar(5));
create type public.span as (a integer, "Odd c" text, b integer);
create type public.pair as (one smallint, two text);
create table public.t (
  id integer primary key,
  x public.size not null default '(1,cm)',
  xs public.size[],
  y public.span,
  p public.pair,
  check ((y).a > 0)
);
create index by_width on public.t (((x).width));
create view public.v as select (x).width, (y).a from public.t;
comment on column public.size.unit is 'cm or m';
