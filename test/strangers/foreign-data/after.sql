create foreign data wrapper nothing;
create server far foreign data wrapper nothing options (host 'y');
create user mapping for public server far options (password 'secret');
create foreign table public.remote (id bigint, name text options (a 'c')) server far options (table_name 't2');
create view public.local as select id from public.remote;
