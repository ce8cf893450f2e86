create schema s;
create text search dictionary s."D d" (template = pg_catalog.simple, accept = false);
create text search configuration s."C c" (copy = pg_catalog.simple);
alter text search configuration s."C c" alter mapping for email, url with s."D d", pg_catalog.simple;
create table public.t (id integer);
