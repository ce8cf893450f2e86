-- up
-- ! data_loss
drop user mapping for anon server far;
drop server far;
create server far
  type 'b'
  foreign data wrapper w;
create user mapping for anon
  server far
  options (password '(fill in)', pin '(fill in)', user 'a');

-- down
-- ! data_loss
drop user mapping for anon server far;
drop server far;
create server far
  type 'a'
  foreign data wrapper w;
create user mapping for anon
  server far
  options (password '(fill in)', pin '(fill in)', user 'a');
