create table public.places (
  id integer primary key,
  span int8range,
  spans nummultirange,
  spot line,
  log bigint,
  page jsonb
);
