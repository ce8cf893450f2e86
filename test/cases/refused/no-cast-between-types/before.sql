create table public.places (
  id integer primary key,
  span int4range,
  spans int4multirange,
  spot point,
  log pg_lsn,
  page xml
);
