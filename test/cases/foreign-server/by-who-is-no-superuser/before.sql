-- superuser
create foreign data wrapper w;
grant usage on foreign data wrapper w to postgres;
create server platform foreign data wrapper w;
