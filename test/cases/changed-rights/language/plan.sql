-- up
-- ! breaks_clients
revoke usage on language plpgsql from authenticated;
-- ! breaks_clients
revoke usage on language plpgsql from public;
grant usage on language plpgsql to anon with grant option;

-- down
revoke usage on language plpgsql from anon;
-- ! opens_access
grant usage on language plpgsql to authenticated, public;
