-- up
drop server near;
drop user mapping for anon server far;
drop server far;
create server far
  type 'b'
  foreign data wrapper one
  options (host 'h');
create server near
  foreign data wrapper two;
create user mapping for anon
  server far
  options (user 'u');

-- down
drop server near;
drop user mapping for anon server far;
drop server far;
create server far
  type 'a'
  foreign data wrapper one
  options (host 'h');
create server near
  foreign data wrapper one;
create user mapping for anon
  server far
  options (user 'u');
