create table public.wide (
  id integer primary key,
  a character varying(10),
  b character(10),
  c text,
  d bit varying(8),
  e numeric(10, 2),
  f bigint,
  g timestamptz(3),
  h time(3),
  i interval(3),
  j text,
  k integer,
  l character varying(10) generated always as (id::text) stored
);
