-- superuser, of the plan too
grant usage on language plpgsql to authenticated;
