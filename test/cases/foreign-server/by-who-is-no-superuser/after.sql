-- superuser
create foreign data wrapper w;
grant usage on foreign data wrapper w to postgres;
create server platform foreign data wrapper w;
create server far foreign data wrapper w options (host 'h');
alter server far owner to postgres;
create user mapping for postgres server far options (user 'u', password 'opensesame');
create user mapping for public server far;
