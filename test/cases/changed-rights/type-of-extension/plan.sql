-- up
-- ! breaks_clients
revoke usage on type "odd Schema".hstore from public;

-- down
-- ! opens_access
grant usage on type "odd Schema".hstore to public;
