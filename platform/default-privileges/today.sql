-- What a new object in public grants by itself since 2026-05-30: the old way, less what the Data API could use, for what
-- postgres makes. What supabase_admin makes grants as before.
-- Left out: the default privileges in Supabase's own schemas.
alter default privileges for role postgres, supabase_admin in schema public
  grant all on tables to postgres, anon, authenticated, service_role;
alter default privileges for role postgres, supabase_admin in schema public
  grant all on sequences to postgres, anon, authenticated, service_role;
alter default privileges for role postgres, supabase_admin in schema public
  grant all on functions to postgres, anon, authenticated, service_role;

-- What stays with them: truncate, references, trigger (from version 17 on maintain) on tables, update on sequences, and
-- on functions what PostgreSQL gives to PUBLIC.
alter default privileges for role postgres in schema public
  revoke select, insert, update, delete on tables from anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  revoke usage, select on sequences from anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  revoke execute on functions from anon, authenticated, service_role;
