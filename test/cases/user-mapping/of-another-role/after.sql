-- superuser
create foreign data wrapper w;
create server far foreign data wrapper w;
alter server far owner to postgres;
create user mapping for anon server far options (user 'u');
