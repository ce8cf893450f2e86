-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w options (host 'h', sslkey 'opensesame');
