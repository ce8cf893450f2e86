-- The roles that Supabase provides, with their attributes, settings and memberships.
-- Left out: passwords (who owns the server sets them), roles of services that no migration meets, and the
-- library safeupdate, which Supabase loads for the Data API and plain PostgreSQL does not have.
--
-- Roles belong to the whole server. One that exists is somebody's decision and is never altered: attributes, settings and
-- memberships come with its making only. Two loads at once, even into two databases, do not collide: both make the roles in
-- one order, so the second waits at the first name that they share until the other commits, and finds all of them made.
-- (An advisory lock would not do: it holds for one database.)
do $$
declare
  -- Name, attributes, settings between bars. Whoever is the server's superuser is mostly called supabase_admin already;
  -- where not, the role is made to own things, and cannot log in.
  roles constant text[] := array[
    ['supabase_admin', 'nologin superuser createdb createrole replication bypassrls', 'search_path = "$user", public, auth, extensions'],
    ['postgres', 'login createdb createrole replication bypassrls', 'search_path = "$user", public, extensions'],
    ['anon', 'nologin', 'statement_timeout = ''3s'''],
    ['authenticated', 'nologin', 'statement_timeout = ''8s'''],
    ['service_role', 'nologin bypassrls', ''],
    ['authenticator', 'login noinherit', 'statement_timeout = ''8s''|lock_timeout = ''8s'''],
    ['supabase_auth_admin', 'login noinherit', 'search_path = auth|idle_in_transaction_session_timeout = 60000'],
    ['supabase_storage_admin', 'login noinherit createrole', 'search_path = storage'],
    ['supabase_functions_admin', 'login noinherit createrole', 'search_path = supabase_functions'],
    ['supabase_realtime_admin', 'login noinherit replication', 'search_path = realtime'],
    ['supabase_replication_admin', 'login replication', ''],
    ['supabase_etl_admin', 'login replication', ''],
    ['supabase_read_only_user', 'login bypassrls', ''],
    ['dashboard_user', 'nologin createdb createrole replication', ''],
    ['pgbouncer', 'login', '']
  ];
  -- role, member, option from version 16 on
  memberships constant text[] := array[
    ['anon', 'authenticator', ''],
    ['authenticated', 'authenticator', ''],
    ['service_role', 'authenticator', ''],
    ['anon', 'postgres', 'with admin option'],
    ['authenticated', 'postgres', 'with admin option'],
    ['service_role', 'postgres', 'with admin option'],
    ['authenticator', 'postgres', 'with admin option'],
    ['pg_monitor', 'postgres', ''],
    ['pg_read_all_data', 'postgres', ''],
    ['pg_signal_backend', 'postgres', ''],
    ['pg_create_subscription', 'postgres', ''],
    ['pg_read_all_data', 'supabase_etl_admin', ''],
    ['pg_read_all_data', 'supabase_read_only_user', '']
  ];
  has_options constant boolean := pg_catalog.current_setting('server_version_num')::integer >= 160000;
  made text[] := '{}';
  item text[];
  setting text;
begin
  foreach item slice 1 in array roles loop
    continue when exists (select from pg_catalog.pg_roles as r where r.rolname = item[1]);
    begin
      execute pg_catalog.format('create role %I with %s', item[1], item[2]);
    exception
      -- another load made it after the look
      when duplicate_object or unique_violation then
        continue;
    end;
    made := made || item[1];
    foreach setting in array pg_catalog.string_to_array(item[3], '|') loop
      execute pg_catalog.format('alter role %I set %s', item[1], setting);
    end loop;
  end loop;

  foreach item slice 1 in array memberships loop
    -- between two roles that were there before, the lack of a membership is a decision too
    continue when not (item[1] = any (made) or item[2] = any (made));
    -- pg_create_subscription came with version 16
    continue when not exists (select from pg_catalog.pg_roles as r where r.rolname = item[1]);
    execute pg_catalog.format('grant %I to %I %s', item[1], item[2], case when has_options then item[3] else '' end);
  end loop;

  -- The server's own superuser was made before any load. It gets its path from the load that made the others, and only
  -- where nothing is set for it.
  if pg_catalog.cardinality(made) > 0 and not exists (
    select
    from pg_catalog.pg_db_role_setting as s
    where s.setrole = 'supabase_admin'::pg_catalog.regrole
  ) then
    alter role supabase_admin set search_path = "$user", public, auth, extensions;
  end if;
end
$$;
