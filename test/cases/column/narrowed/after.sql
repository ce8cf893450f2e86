create table public.wide (
  id integer primary key,
  a character varying(5),
  b character(5),
  c character varying(5),
  d bit(3),
  e numeric(5, 2),
  f smallint,
  g timestamptz(0),
  h time(0),
  i interval(0),
  j bit(3),
  k character varying(3),
  l character varying(3) generated always as (id::text) stored
);
