-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
create foreign table public.remote (id integer options (api_key '(fill in)', key 'true')) server far options (password '(fill in)', t 'a', key_column 'id');
