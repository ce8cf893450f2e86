-- up
create server far
  type 'app'
  version '1.2'
  foreign data wrapper postgres_fdw
  options (dbname 'it''s', host 'db.example', port '5433');
comment on server far is 'the other one';
-- ! opens_access
grant usage on foreign server far to anon;
create user mapping for public
  server far
  options (user 'reader');

-- down
drop user mapping for public server far;
drop server far;
