-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w
  options (host 'i', sslkey '(fill in)', url 'https://me:opensesame@h/', api_key 'opensesame');
