-- superuser, of the plan too
create extension postgres_fdw;
create server far version '2' foreign data wrapper postgres_fdw options (host 'b', dbname 'd', fetch_size '7');
comment on server far is 'another';
alter server far owner to postgres;
create server near foreign data wrapper postgres_fdw;
