-- superuser, of the plan too
create foreign data wrapper far options (api_key 'opensesame', a '1');
