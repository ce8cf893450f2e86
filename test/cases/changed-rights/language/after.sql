-- superuser, of the plan too
revoke usage on language plpgsql from public;
grant usage on language plpgsql to anon with grant option;
