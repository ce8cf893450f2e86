-- up
create user mapping for anon
  server far
  options (password '(fill in)', password_required 'true', user 'reader');
create user mapping for postgres
  server far
  options (user 'it''s');
create user mapping for public
  server far;

-- down
-- ! data_loss
drop user mapping for anon server far;
drop user mapping for postgres server far;
drop user mapping for public server far;
