-- superuser, of the plan too
create extension postgres_fdw schema public;
create server far foreign data wrapper postgres_fdw options (host '192.0.2.1', port '1', dbname 'none', connect_timeout '2');
create user mapping for public server far options (user 'nobody', password '(fill in)');
create foreign table public.remote (id bigint options (column_name 'ident') not null, constraint positive check (id > 0)) server far options (schema_name 'public', table_name 'r', fetch_size '50');
create foreign table public.more (id integer) server far options (table_name 'm');
create materialized view public.kept as select id from public.remote with no data;
