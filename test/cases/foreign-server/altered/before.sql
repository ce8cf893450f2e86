-- superuser, of the plan too
create extension postgres_fdw;
create server far version '1' foreign data wrapper postgres_fdw options (host 'a', port '1', dbname 'd');
grant usage on foreign server far to anon;
create server near version '1' foreign data wrapper postgres_fdw;
