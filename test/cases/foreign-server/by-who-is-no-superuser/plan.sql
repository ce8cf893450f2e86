-- up
create server far
  foreign data wrapper w
  options (host 'h');
create user mapping for postgres
  server far
  options (password '(fill in)', user 'u');
create user mapping for public
  server far;

-- down
-- ! data_loss
drop user mapping for postgres server far;
drop user mapping for public server far;
drop server far;
