create function private.assert_acting_for(p_user_id uuid)
returns void
language plpgsql
stable
security invoker
set search_path = pg_catalog, pg_temp
as $$
begin
  -- the claims and not current_user: inside a definer function that is the owner, whoever calls
  if (p_user_id = (select auth.uid())) is true then
    return;
  end if;
  if ((select auth.role()) = 'service_role') is true then
    return;
  end if;
  raise insufficient_privilege using message = 'not allowed to act for this user';
end
$$;

-- The temporary schema is named, and last: auth.uid() and auth.role() name types without a schema, an empty path looks for
-- types in the temporary schema first of all, and a type that a user puts there would run his code with the rights of
-- the owner, whose bodies call this.
-- Says the same whether or not there is such a user. Without claims (direct SQL) nobody passes: operators have the tables.
comment on function private.assert_acting_for(uuid) is
  'The gate of each definer body: passes the user and the server, raises 42501 for anyone else.';

revoke execute on function private.assert_acting_for(uuid) from public, anon, authenticated, service_role;
grant execute on function private.assert_acting_for(uuid) to authenticated, service_role;
