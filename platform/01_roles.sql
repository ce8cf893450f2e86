-- The roles that Supabase provides, with their attributes, settings and memberships.
-- Roles belong to the whole server: a role that exists is never altered, and two loads at once do not collide
-- (the second waits for the first one's entry and then finds the role made). Left out: passwords, which the
-- tool sets on servers of its own, and the roles of services that no migration meets.
do $$
declare
  wanted constant text[][] := array[
    -- name, attributes, settings (separated by |)
    ['postgres', 'login createdb createrole replication bypassrls', 'search_path = "$user", public, extensions'],
    ['anon', 'nologin inherit', 'statement_timeout = ''3s'''],
    ['authenticated', 'nologin inherit', 'statement_timeout = ''8s'''],
    ['service_role', 'nologin inherit bypassrls', ''],
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
  -- role, member; from version 16 on postgres may grant on what it is a member of
  memberships constant text[][] := array[
    ['anon', 'authenticator'],
    ['authenticated', 'authenticator'],
    ['service_role', 'authenticator'],
    ['anon', 'postgres'],
    ['authenticated', 'postgres'],
    ['service_role', 'postgres'],
    ['authenticator', 'postgres'],
    ['pg_monitor', 'postgres'],
    ['pg_read_all_data', 'postgres'],
    ['pg_signal_backend', 'postgres'],
    ['pg_create_subscription', 'postgres'],
    ['pg_read_all_data', 'supabase_read_only_user'],
    ['pg_read_all_data', 'supabase_etl_admin']
  ];
  made text[] := '{}';
  item text[];
  setting text;
begin
  foreach item slice 1 in array wanted loop
    continue when exists (select 1 from pg_catalog.pg_roles as r where r.rolname = item[1]);
    begin
      execute pg_catalog.format('create role %I with %s', item[1], item[2]);
      made := made || item[1];
    exception
      -- made by another load since the look
      when duplicate_object or unique_violation then
        continue;
    end;
    foreach setting in array pg_catalog.string_to_array(item[3], '|') loop
      execute pg_catalog.format('alter role %I set %s', item[1], setting);
    end loop;
  end loop;

  foreach item slice 1 in array memberships loop
    -- a membership between two roles that were there before is somebody's decision
    continue when not (item[1] = any(made) or item[2] = any(made));
    continue when not exists (select 1 from pg_catalog.pg_roles as r where r.rolname = item[1]);
    execute pg_catalog.format(
      'grant %I to %I%s',
      item[1],
      item[2],
      case
        when item[2] = 'postgres' and pg_catalog.current_setting('server_version_num')::integer >= 160000
          and item[1] in ('anon', 'authenticated', 'service_role', 'authenticator')
          then ' with admin option'
        else ''
      end
    );
  end loop;

  -- the superuser is the server's own: it gets its path only where it has none
  if not exists (
    select 1
    from pg_catalog.pg_db_role_setting as s
    join pg_catalog.pg_roles as r on r.oid = s.setrole
    where r.rolname = 'supabase_admin' and s.setdatabase = 0
  ) and exists (select 1 from pg_catalog.pg_roles as r where r.rolname = 'supabase_admin') and 'postgres' = any(made) then
    alter role supabase_admin set search_path = "$user", public, auth, extensions;
  end if;
end
$$;
