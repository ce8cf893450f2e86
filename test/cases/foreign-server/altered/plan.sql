-- up
alter server far
  version '2'
  options (drop port, add fetch_size '7', set host 'b');
comment on server far is 'another';
-- ! opens_access, breaks_clients
alter server far owner to postgres;
-- ! breaks_clients
revoke usage on foreign server far from anon;
alter server near
  version null;

-- down
alter server far
  version '1'
  options (drop fetch_size, set host 'a', add port '1');
comment on server far is null;
-- ! opens_access, breaks_clients
alter server far owner to supabase_admin;
-- ! opens_access
grant usage on foreign server far to anon;
alter server near
  version '1';
