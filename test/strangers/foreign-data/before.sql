create foreign data wrapper nothing;
create server far foreign data wrapper nothing options (host 'x');
create foreign table public.remote (id int, name text options (a 'b')) server far options (table_name 't');
create view public.local as select id from public.remote;
