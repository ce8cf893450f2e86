-- superuser, of the plan too
create foreign data wrapper far options (api_key '(fill in)', a '2', token 'opensesame');
