-- Supabase's schemas, who owns and who may use them. Left out: what lies in storage, realtime, vault and graphql.
create schema extensions;
create schema auth authorization supabase_auth_admin;
create schema storage authorization supabase_storage_admin;
create schema realtime authorization supabase_realtime_admin;
create schema vault;
create schema graphql;
create schema graphql_public;
create schema pgbouncer authorization pgbouncer;
create schema supabase_functions authorization supabase_functions_admin;

grant usage on schema public, extensions, auth, storage, realtime to postgres, anon, authenticated, service_role;
grant usage on schema graphql, graphql_public to postgres, anon, authenticated, service_role;
grant usage on schema vault to postgres, service_role;
grant usage on schema supabase_functions to postgres, anon, authenticated, service_role;

-- postgres owns the database, and through it schema public; it may add to extensions too, but to none of the services' schemas.
grant create on schema public, extensions to postgres;
grant all on schema auth, storage, realtime, extensions to dashboard_user;
