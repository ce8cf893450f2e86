create type public.size as (width integer, unit varchar(10), note text, at date);
create type public.span as (a text, "Odd c" text, d numeric(5, 2));
create type public.pair as (one integer, two text, three boolean);
create table public.t (
  id integer primary key,
  x public.size not null default '(1,cm,,)',
  xs public.size[],
  y public.span,
  p public.pair,
  check ((y).a > '0')
);
create index by_width on public.t (((x).width));
create view public.v as select (x).width, (y).a from public.t;
comment on column public.size.unit is 'cm or m';
comment on column public.size.note is 'What else is to be said';
