-- Supabase's schemas: who owns them, who may use them, who may create in them.
-- Left out: what lies in storage, realtime, vault, graphql and the others; of auth, see the next files.
create schema extensions authorization postgres;
create schema auth authorization supabase_admin;
create schema storage authorization supabase_admin;
create schema realtime authorization supabase_admin;
create schema vault authorization supabase_admin;
create schema graphql authorization supabase_admin;
create schema graphql_public authorization supabase_admin;
create schema supabase_functions authorization supabase_admin;
create schema pgbouncer authorization pgbouncer;

-- Nobody but the owner of the database creates in public: postgres owns it, see README.md.
grant usage on schema public to postgres, anon, authenticated, service_role;
grant usage on schema extensions, auth, storage, realtime to anon, authenticated, service_role;
grant usage on schema graphql, graphql_public, supabase_functions to postgres, anon, authenticated, service_role;

-- postgres may look into the services' schemas, and create in none of them.
grant usage on schema auth, realtime to postgres;
grant usage on schema storage, vault to postgres with grant option;
grant usage on schema vault to service_role;

-- Each service owns its tables and not its schema. Checks of foreign keys to auth.users run as supabase_auth_admin, and
-- fail where that role may not use the schema.
grant all on schema auth to supabase_auth_admin;
grant all on schema storage to supabase_storage_admin with grant option;
grant all on schema realtime to supabase_realtime_admin;
grant all on schema supabase_functions to supabase_functions_admin;
grant all on schema auth, storage, extensions to dashboard_user;
