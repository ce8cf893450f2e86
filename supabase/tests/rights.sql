-- Written by npm run pgtap, from the schema files. What each role may do with each table, function, sequence and schema, and nothing else.

-- As postgres, with pgTAP in the schema extensions: supabase test db, or pg_prove with a URL.

begin;

set local search_path = public, extensions;

-- Runs a statement as a role with the claims of a token, and undoes it. Says how many rows it met, or what refused it.
create function pg_temp.attempt(role_name text, claims text, statement text) returns text language plpgsql set search_path = '' as $$
declare
  met bigint;
begin
  perform pg_catalog.set_config('request.jwt.claims', claims, true), pg_catalog.set_config('role', role_name, true);
  execute statement;
  get diagnostics met = row_count;
  raise sqlstate 'UNDO0';
exception
  when sqlstate 'UNDO0' then return met || ' rows';
  when insufficient_privilege then
    return case when sqlerrm like 'new row violates row-level security%' then 'refused by row security' else 'refused' end;
  when others then return sqlstate || ': ' || sqlerrm;
end
$$;

-- The columns of a relation that a role may name in a command: by the catalog, or because a try is not refused. Grants
-- count where the role cannot use the schema too.
create function pg_temp.columns(role_name text, relation regclass, command text) returns text[] language sql set search_path = '' as $$
  select coalesce(array_agg(a.attname::text order by a.attnum), '{}')
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_class as c on c.oid = a.attrelid
  cross join lateral (
    select case command
      when 'select' then format('select %I from %s limit 0', a.attname, relation)
      when 'insert' then format('insert into %s (%I) values (default)', relation, a.attname)
      when 'update' then format('update %s set %I = default where false', relation, a.attname)
    end as statement
  ) as s
  where a.attrelid = relation and a.attnum > 0 and not a.attisdropped and (
    has_column_privilege(role_name, relation, a.attnum, command)
    or c.relkind in ('r', 'p') and pg_temp.attempt(role_name, '{}', s.statement) <> 'refused'
  )
$$;

-- Without the right to maintain, which 17 brought.
create function pg_temp.known(privileges text[]) returns text[] language sql set search_path = '' as $$
  select case when current_setting('server_version_num')::integer < 170000 then array_remove(privileges, 'maintain') else privileges end
$$;

-- What else a role may do with a relation; deleting is tried.
create function pg_temp.commands(role_name text, relation regclass) returns text[] language sql set search_path = '' as $$
  select array(
    select p.privilege
    from unnest(pg_temp.known(array['delete', 'truncate', 'references', 'trigger', 'maintain'])) with ordinality as p (privilege, place)
    where case
      when p.privilege = 'references' then has_any_column_privilege(role_name, relation, p.privilege)
      else has_table_privilege(role_name, relation, p.privilege) or (
        p.privilege = 'delete'
        and (select c.relkind in ('r', 'p') from pg_catalog.pg_class as c where c.oid = relation)
        and pg_temp.attempt(role_name, '{}', format('delete from %s where false', relation)) <> 'refused'
      )
    end
    order by p.place
  )
$$;

-- Which of the roles may call a function, where they reach it.
create function pg_temp.callers(role_names text[], routine regprocedure) returns text[] language sql set search_path = '' as $$
  select array(
    select r.name
    from unnest(role_names) with ordinality as r (name, place)
    join pg_catalog.pg_proc as p on p.oid = routine
    where has_function_privilege(r.name, p.oid, 'execute')
    order by r.place
  )
$$;

-- Which of the roles may do anything with a sequence.
create function pg_temp.users(role_names text[], sequence regclass) returns text[] language sql set search_path = '' as $$
  select array(
    select r.name
    from unnest(role_names) with ordinality as r (name, place)
    where has_sequence_privilege(r.name, sequence, 'usage, select, update')
    order by r.place
  )
$$;

-- What a role may do with a schema.
create function pg_temp.schema_rights(role_name text, schema_name text) returns text[] language sql set search_path = '' as $$
  select array(
    select p.privilege
    from unnest(array['usage', 'create']) with ordinality as p (privilege, place)
    where has_schema_privilege(role_name, schema_name, p.privilege)
    order by p.place
  )
$$;

-- The tables, views and sequences of schemas, or the tables whose row security is off.
create function pg_temp.relations(schema_names text[], kinds text) returns text[] language sql set search_path = '' as $$
  select array(
    select format('%I.%I', n.nspname, c.relname)
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
      n.nspname = any(schema_names)
      and not exists (select 1 from pg_catalog.pg_depend as d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      and case kinds
        when 'all' then c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        when 'without row security' then c.relkind in ('r', 'p') and not c.relrowsecurity
        when 'views of their owner' then
          c.relkind = 'v' and not coalesce(c.reloptions::text[] && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)
      end
    order by format('%I.%I', n.nspname, c.relname) collate "C"
  )
$$;

-- The functions of schemas: all, those that run as their owner, or those whose names depend on the caller's search_path.
create function pg_temp.functions(schema_names text[], which text) returns text[] language sql set search_path = '' as $$
  select array(
    select f.name
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    cross join lateral (
      select format('%I.%I(%s)', n.nspname, p.proname, string_agg(format_type(argument.type, null), ', ' order by argument.place)) as name
      from unnest(p.proargtypes) with ordinality as argument (type, place)
    ) as f
    where
      n.nspname = any(schema_names)
      and not exists (select 1 from pg_catalog.pg_depend as d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype in ('e', 'i'))
      and p.prokind <> 'a'
      and case which
        when 'all' then true
        when 'of their owner' then p.prosecdef
        when 'without search_path' then
          not exists (select 1 from unnest(p.proconfig) as s (setting) where s.setting like 'search_path=%')
      end
    order by f.name collate "C"
  )
$$;

select plan(170);

-- what there is
select is(
  pg_temp.relations(array['public', 'private'], 'all'),
  array['private.encryption_keys', 'public.documents_generated', 'public.execution_logs', 'public.execution_logs_seq_seq', 'public.oauth_tokens', 'public.profiles', 'public.task_history', 'public.user_tokens', 'public.workflow_history', 'public.workflows'],
  'these tables, views and sequences are there, and no others'
);
select is(
  pg_temp.relations(array['public', 'private'], 'without row security'),
  '{}'::text[],
  'row security is on for every table but these'
);
select is(
  pg_temp.relations(array['public', 'private'], 'views of their owner'),
  '{}'::text[],
  'every view but these asks for the rights of whoever reads it'
);
select is(
  pg_temp.functions(array['public', 'private'], 'all'),
  array['private.assert_acting_for(uuid)', 'private.assert_given(text, boolean)', 'private.assert_provider(text)', 'private.assert_scopes(text[])', 'private.batch_length(text, jsonb)', 'private.check_token_keys()', 'private.days_ago(text, integer, integer)', 'private.delete_google_oauth_tokens(uuid)', 'private.delete_user_tokens(uuid, text)', 'private.first_bytes(text, integer)', 'private.get_user_token_status(uuid, text)', 'private.handle_new_user()', 'private.handle_user_email_change()', 'private.key_version_of(text)', 'private.page_limit(integer, integer)', 'private.page_offset(integer, integer)', 'private.purge_execution_logs(integer, integer)', 'private.refuse_row(text, text)', 'private.set_updated_at()', 'public.batch_insert_execution_logs(uuid, text, jsonb)', 'public.batch_insert_generated_documents(uuid, text, jsonb)', 'public.delete_documents_by_task(uuid, text)', 'public.delete_execution_logs_by_task(uuid, text)', 'public.delete_generated_document(uuid, uuid)', 'public.delete_google_oauth_tokens(uuid)', 'public.delete_old_execution_logs(uuid, integer)', 'public.delete_task_history(uuid, text)', 'public.delete_user_tokens(uuid, text)', 'public.get_document_statistics(uuid, integer)', 'public.get_documents_by_task(uuid, text)', 'public.get_documents_by_type(uuid, text, integer, integer, timestamp with time zone, uuid)', 'public.get_documents_filtered(uuid, text, text, timestamp with time zone, timestamp with time zone, integer, integer, timestamp with time zone, uuid)', 'public.get_execution_logs_by_task(uuid, text, integer, bigint)', 'public.get_execution_logs_filtered(uuid, text, text, text, timestamp with time zone, timestamp with time zone, integer, integer, timestamp with time zone, bigint)', 'public.get_google_oauth_token(uuid)', 'public.get_recent_documents(uuid, integer)', 'public.get_recent_task_history(uuid, integer)', 'public.get_task_history_by_id(uuid, text)', 'public.get_task_history_filtered(uuid, text, text, timestamp with time zone, timestamp with time zone, integer, integer, timestamp with time zone, uuid)', 'public.get_task_statistics(uuid, integer)', 'public.get_user_token_status(uuid, text)', 'public.get_user_tokens(uuid, text)', 'public.insert_execution_log(uuid, text, text, text, text, text, jsonb)', 'public.insert_generated_document(uuid, text, text, text, text, text)', 'public.insert_task_history(uuid, text, text, text, text, text, jsonb, text[], integer, timestamp with time zone)', 'public.storage_of_user(uuid)', 'public.store_google_oauth_tokens(uuid, text, text, timestamp with time zone, text[])', 'public.update_task_history_status(uuid, text, text, text, jsonb, integer, timestamp with time zone)', 'public.upsert_user_tokens(uuid, text, text, text, timestamp with time zone, text[])'],
  'these functions are there, and no others'
);
select is(
  pg_temp.functions(array['public', 'private'], 'of their owner'),
  array['private.check_token_keys()', 'private.delete_google_oauth_tokens(uuid)', 'private.delete_user_tokens(uuid, text)', 'private.get_user_token_status(uuid, text)', 'private.handle_new_user()', 'private.handle_user_email_change()'],
  'these functions run as their owner, and no others'
);
select is(
  pg_temp.functions(array['public', 'private'], 'without search_path'),
  '{}'::text[],
  'every function but these sets its search_path'
);

-- schemas
select is(
  pg_temp.schema_rights('anon', 'private'),
  '{}'::text[],
  'anon: rights on the schema private'
);
select is(
  pg_temp.schema_rights('authenticated', 'private'),
  array['usage'],
  'authenticated: rights on the schema private'
);
select is(
  pg_temp.schema_rights('service_role', 'private'),
  array['usage'],
  'service_role: rights on the schema private'
);
select is(
  pg_temp.schema_rights('anon', 'public'),
  array['usage'],
  'anon: rights on the schema public'
);
select is(
  pg_temp.schema_rights('authenticated', 'public'),
  array['usage'],
  'authenticated: rights on the schema public'
);
select is(
  pg_temp.schema_rights('service_role', 'public'),
  array['usage'],
  'service_role: rights on the schema public'
);

-- private.encryption_keys
select is(
  pg_temp.columns('anon', 'private.encryption_keys', 'select'),
  '{}'::text[],
  'anon: columns of private.encryption_keys for select'
);
select is(
  pg_temp.columns('anon', 'private.encryption_keys', 'insert'),
  '{}'::text[],
  'anon: columns of private.encryption_keys for insert'
);
select is(
  pg_temp.columns('anon', 'private.encryption_keys', 'update'),
  '{}'::text[],
  'anon: columns of private.encryption_keys for update'
);
select is(
  pg_temp.commands('anon', 'private.encryption_keys'),
  '{}'::text[],
  'anon: what else on private.encryption_keys'
);
select is(
  pg_temp.columns('authenticated', 'private.encryption_keys', 'select'),
  '{}'::text[],
  'authenticated: columns of private.encryption_keys for select'
);
select is(
  pg_temp.columns('authenticated', 'private.encryption_keys', 'insert'),
  '{}'::text[],
  'authenticated: columns of private.encryption_keys for insert'
);
select is(
  pg_temp.columns('authenticated', 'private.encryption_keys', 'update'),
  '{}'::text[],
  'authenticated: columns of private.encryption_keys for update'
);
select is(
  pg_temp.commands('authenticated', 'private.encryption_keys'),
  '{}'::text[],
  'authenticated: what else on private.encryption_keys'
);
select is(
  pg_temp.columns('service_role', 'private.encryption_keys', 'select'),
  array['version', 'fingerprint', 'created_at', 'retired_at'],
  'service_role: columns of private.encryption_keys for select'
);
select is(
  pg_temp.columns('service_role', 'private.encryption_keys', 'insert'),
  array['version', 'fingerprint', 'created_at', 'retired_at'],
  'service_role: columns of private.encryption_keys for insert'
);
select is(
  pg_temp.columns('service_role', 'private.encryption_keys', 'update'),
  array['version', 'fingerprint', 'created_at', 'retired_at'],
  'service_role: columns of private.encryption_keys for update'
);
select is(
  pg_temp.commands('service_role', 'private.encryption_keys'),
  '{}'::text[],
  'service_role: what else on private.encryption_keys'
);

-- public.documents_generated
select is(
  pg_temp.columns('anon', 'public.documents_generated', 'select'),
  '{}'::text[],
  'anon: columns of public.documents_generated for select'
);
select is(
  pg_temp.columns('anon', 'public.documents_generated', 'insert'),
  '{}'::text[],
  'anon: columns of public.documents_generated for insert'
);
select is(
  pg_temp.columns('anon', 'public.documents_generated', 'update'),
  '{}'::text[],
  'anon: columns of public.documents_generated for update'
);
select is(
  pg_temp.commands('anon', 'public.documents_generated'),
  '{}'::text[],
  'anon: what else on public.documents_generated'
);
select is(
  pg_temp.columns('authenticated', 'public.documents_generated', 'select'),
  array['id', 'user_id', 'task_id', 'document_type', 'google_id', 'title', 'url', 'created_at'],
  'authenticated: columns of public.documents_generated for select'
);
select is(
  pg_temp.columns('authenticated', 'public.documents_generated', 'insert'),
  array['id', 'user_id', 'task_id', 'document_type', 'google_id', 'title', 'url'],
  'authenticated: columns of public.documents_generated for insert'
);
select is(
  pg_temp.columns('authenticated', 'public.documents_generated', 'update'),
  array['google_id', 'title', 'url'],
  'authenticated: columns of public.documents_generated for update'
);
select is(
  pg_temp.commands('authenticated', 'public.documents_generated'),
  array['delete'],
  'authenticated: what else on public.documents_generated'
);
select is(
  pg_temp.columns('service_role', 'public.documents_generated', 'select'),
  array['id', 'user_id', 'task_id', 'document_type', 'google_id', 'title', 'url', 'created_at'],
  'service_role: columns of public.documents_generated for select'
);
select is(
  pg_temp.columns('service_role', 'public.documents_generated', 'insert'),
  array['id', 'user_id', 'task_id', 'document_type', 'google_id', 'title', 'url', 'created_at'],
  'service_role: columns of public.documents_generated for insert'
);
select is(
  pg_temp.columns('service_role', 'public.documents_generated', 'update'),
  array['id', 'user_id', 'task_id', 'document_type', 'google_id', 'title', 'url', 'created_at'],
  'service_role: columns of public.documents_generated for update'
);
select is(
  pg_temp.commands('service_role', 'public.documents_generated'),
  array['delete'],
  'service_role: what else on public.documents_generated'
);

-- public.execution_logs
select is(
  pg_temp.columns('anon', 'public.execution_logs', 'select'),
  '{}'::text[],
  'anon: columns of public.execution_logs for select'
);
select is(
  pg_temp.columns('anon', 'public.execution_logs', 'insert'),
  '{}'::text[],
  'anon: columns of public.execution_logs for insert'
);
select is(
  pg_temp.columns('anon', 'public.execution_logs', 'update'),
  '{}'::text[],
  'anon: columns of public.execution_logs for update'
);
select is(
  pg_temp.commands('anon', 'public.execution_logs'),
  '{}'::text[],
  'anon: what else on public.execution_logs'
);
select is(
  pg_temp.columns('authenticated', 'public.execution_logs', 'select'),
  array['id', 'user_id', 'task_id', 'step_id', 'agent_type', 'message', 'log_level', 'metadata', 'created_at', 'seq'],
  'authenticated: columns of public.execution_logs for select'
);
select is(
  pg_temp.columns('authenticated', 'public.execution_logs', 'insert'),
  array['id', 'user_id', 'task_id', 'step_id', 'agent_type', 'message', 'log_level', 'metadata'],
  'authenticated: columns of public.execution_logs for insert'
);
select is(
  pg_temp.columns('authenticated', 'public.execution_logs', 'update'),
  '{}'::text[],
  'authenticated: columns of public.execution_logs for update'
);
select is(
  pg_temp.commands('authenticated', 'public.execution_logs'),
  array['delete'],
  'authenticated: what else on public.execution_logs'
);
select is(
  pg_temp.columns('service_role', 'public.execution_logs', 'select'),
  array['id', 'user_id', 'task_id', 'step_id', 'agent_type', 'message', 'log_level', 'metadata', 'created_at', 'seq'],
  'service_role: columns of public.execution_logs for select'
);
select is(
  pg_temp.columns('service_role', 'public.execution_logs', 'insert'),
  array['id', 'user_id', 'task_id', 'step_id', 'agent_type', 'message', 'log_level', 'metadata', 'created_at', 'seq'],
  'service_role: columns of public.execution_logs for insert'
);
select is(
  pg_temp.columns('service_role', 'public.execution_logs', 'update'),
  array['id', 'user_id', 'task_id', 'step_id', 'agent_type', 'message', 'log_level', 'metadata', 'created_at', 'seq'],
  'service_role: columns of public.execution_logs for update'
);
select is(
  pg_temp.commands('service_role', 'public.execution_logs'),
  array['delete'],
  'service_role: what else on public.execution_logs'
);

-- public.oauth_tokens
select is(
  pg_temp.columns('anon', 'public.oauth_tokens', 'select'),
  '{}'::text[],
  'anon: columns of public.oauth_tokens for select'
);
select is(
  pg_temp.columns('anon', 'public.oauth_tokens', 'insert'),
  '{}'::text[],
  'anon: columns of public.oauth_tokens for insert'
);
select is(
  pg_temp.columns('anon', 'public.oauth_tokens', 'update'),
  '{}'::text[],
  'anon: columns of public.oauth_tokens for update'
);
select is(
  pg_temp.commands('anon', 'public.oauth_tokens'),
  '{}'::text[],
  'anon: what else on public.oauth_tokens'
);
select is(
  pg_temp.columns('authenticated', 'public.oauth_tokens', 'select'),
  '{}'::text[],
  'authenticated: columns of public.oauth_tokens for select'
);
select is(
  pg_temp.columns('authenticated', 'public.oauth_tokens', 'insert'),
  '{}'::text[],
  'authenticated: columns of public.oauth_tokens for insert'
);
select is(
  pg_temp.columns('authenticated', 'public.oauth_tokens', 'update'),
  '{}'::text[],
  'authenticated: columns of public.oauth_tokens for update'
);
select is(
  pg_temp.commands('authenticated', 'public.oauth_tokens'),
  '{}'::text[],
  'authenticated: what else on public.oauth_tokens'
);
select is(
  pg_temp.columns('service_role', 'public.oauth_tokens', 'select'),
  array['id', 'user_id', 'provider', 'access_token', 'refresh_token', 'token_type', 'expires_at', 'scopes', 'key_version', 'refresh_key_version', 'created_at', 'updated_at'],
  'service_role: columns of public.oauth_tokens for select'
);
select is(
  pg_temp.columns('service_role', 'public.oauth_tokens', 'insert'),
  array['id', 'user_id', 'provider', 'access_token', 'refresh_token', 'token_type', 'expires_at', 'scopes', 'key_version', 'refresh_key_version', 'created_at', 'updated_at'],
  'service_role: columns of public.oauth_tokens for insert'
);
select is(
  pg_temp.columns('service_role', 'public.oauth_tokens', 'update'),
  array['id', 'user_id', 'provider', 'access_token', 'refresh_token', 'token_type', 'expires_at', 'scopes', 'key_version', 'refresh_key_version', 'created_at', 'updated_at'],
  'service_role: columns of public.oauth_tokens for update'
);
select is(
  pg_temp.commands('service_role', 'public.oauth_tokens'),
  array['delete'],
  'service_role: what else on public.oauth_tokens'
);

-- public.profiles
select is(
  pg_temp.columns('anon', 'public.profiles', 'select'),
  '{}'::text[],
  'anon: columns of public.profiles for select'
);
select is(
  pg_temp.columns('anon', 'public.profiles', 'insert'),
  '{}'::text[],
  'anon: columns of public.profiles for insert'
);
select is(
  pg_temp.columns('anon', 'public.profiles', 'update'),
  '{}'::text[],
  'anon: columns of public.profiles for update'
);
select is(
  pg_temp.commands('anon', 'public.profiles'),
  '{}'::text[],
  'anon: what else on public.profiles'
);
select is(
  pg_temp.columns('authenticated', 'public.profiles', 'select'),
  array['id', 'email', 'full_name', 'avatar_url', 'preferences', 'created_at', 'updated_at', 'google_token_expires_at', 'google_scopes'],
  'authenticated: columns of public.profiles for select'
);
select is(
  pg_temp.columns('authenticated', 'public.profiles', 'insert'),
  array['id', 'full_name', 'avatar_url', 'preferences'],
  'authenticated: columns of public.profiles for insert'
);
select is(
  pg_temp.columns('authenticated', 'public.profiles', 'update'),
  array['full_name', 'avatar_url', 'preferences'],
  'authenticated: columns of public.profiles for update'
);
select is(
  pg_temp.commands('authenticated', 'public.profiles'),
  '{}'::text[],
  'authenticated: what else on public.profiles'
);
select is(
  pg_temp.columns('service_role', 'public.profiles', 'select'),
  array['id', 'email', 'full_name', 'avatar_url', 'preferences', 'created_at', 'updated_at', 'google_access_token', 'google_refresh_token', 'google_token_expires_at', 'google_scopes', 'google_key_version', 'google_refresh_key_version'],
  'service_role: columns of public.profiles for select'
);
select is(
  pg_temp.columns('service_role', 'public.profiles', 'insert'),
  array['id', 'email', 'full_name', 'avatar_url', 'preferences', 'created_at', 'updated_at', 'google_access_token', 'google_refresh_token', 'google_token_expires_at', 'google_scopes', 'google_key_version', 'google_refresh_key_version'],
  'service_role: columns of public.profiles for insert'
);
select is(
  pg_temp.columns('service_role', 'public.profiles', 'update'),
  array['id', 'email', 'full_name', 'avatar_url', 'preferences', 'created_at', 'updated_at', 'google_access_token', 'google_refresh_token', 'google_token_expires_at', 'google_scopes', 'google_key_version', 'google_refresh_key_version'],
  'service_role: columns of public.profiles for update'
);
select is(
  pg_temp.commands('service_role', 'public.profiles'),
  array['delete'],
  'service_role: what else on public.profiles'
);

-- public.task_history
select is(
  pg_temp.columns('anon', 'public.task_history', 'select'),
  '{}'::text[],
  'anon: columns of public.task_history for select'
);
select is(
  pg_temp.columns('anon', 'public.task_history', 'insert'),
  '{}'::text[],
  'anon: columns of public.task_history for insert'
);
select is(
  pg_temp.columns('anon', 'public.task_history', 'update'),
  '{}'::text[],
  'anon: columns of public.task_history for update'
);
select is(
  pg_temp.commands('anon', 'public.task_history'),
  '{}'::text[],
  'anon: what else on public.task_history'
);
select is(
  pg_temp.columns('authenticated', 'public.task_history', 'select'),
  array['id', 'user_id', 'task_id', 'title', 'status', 'input_prompt', 'output_summary', 'outputs', 'google_services', 'duration_ms', 'rerun_of', 'created_at', 'started_at', 'completed_at', 'updated_at'],
  'authenticated: columns of public.task_history for select'
);
select is(
  pg_temp.columns('authenticated', 'public.task_history', 'insert'),
  array['id', 'user_id', 'task_id', 'title', 'status', 'input_prompt', 'output_summary', 'outputs', 'google_services', 'duration_ms', 'rerun_of', 'started_at', 'completed_at'],
  'authenticated: columns of public.task_history for insert'
);
select is(
  pg_temp.columns('authenticated', 'public.task_history', 'update'),
  array['title', 'status', 'output_summary', 'outputs', 'google_services', 'duration_ms', 'rerun_of', 'started_at', 'completed_at'],
  'authenticated: columns of public.task_history for update'
);
select is(
  pg_temp.commands('authenticated', 'public.task_history'),
  array['delete'],
  'authenticated: what else on public.task_history'
);
select is(
  pg_temp.columns('service_role', 'public.task_history', 'select'),
  array['id', 'user_id', 'task_id', 'title', 'status', 'input_prompt', 'output_summary', 'outputs', 'google_services', 'duration_ms', 'rerun_of', 'created_at', 'started_at', 'completed_at', 'updated_at'],
  'service_role: columns of public.task_history for select'
);
select is(
  pg_temp.columns('service_role', 'public.task_history', 'insert'),
  array['id', 'user_id', 'task_id', 'title', 'status', 'input_prompt', 'output_summary', 'outputs', 'google_services', 'duration_ms', 'rerun_of', 'created_at', 'started_at', 'completed_at', 'updated_at'],
  'service_role: columns of public.task_history for insert'
);
select is(
  pg_temp.columns('service_role', 'public.task_history', 'update'),
  array['id', 'user_id', 'task_id', 'title', 'status', 'input_prompt', 'output_summary', 'outputs', 'google_services', 'duration_ms', 'rerun_of', 'created_at', 'started_at', 'completed_at', 'updated_at'],
  'service_role: columns of public.task_history for update'
);
select is(
  pg_temp.commands('service_role', 'public.task_history'),
  array['delete'],
  'service_role: what else on public.task_history'
);

-- public.user_tokens
select is(
  pg_temp.columns('anon', 'public.user_tokens', 'select'),
  '{}'::text[],
  'anon: columns of public.user_tokens for select'
);
select is(
  pg_temp.columns('anon', 'public.user_tokens', 'insert'),
  '{}'::text[],
  'anon: columns of public.user_tokens for insert'
);
select is(
  pg_temp.columns('anon', 'public.user_tokens', 'update'),
  '{}'::text[],
  'anon: columns of public.user_tokens for update'
);
select is(
  pg_temp.commands('anon', 'public.user_tokens'),
  '{}'::text[],
  'anon: what else on public.user_tokens'
);
select is(
  pg_temp.columns('authenticated', 'public.user_tokens', 'select'),
  '{}'::text[],
  'authenticated: columns of public.user_tokens for select'
);
select is(
  pg_temp.columns('authenticated', 'public.user_tokens', 'insert'),
  '{}'::text[],
  'authenticated: columns of public.user_tokens for insert'
);
select is(
  pg_temp.columns('authenticated', 'public.user_tokens', 'update'),
  '{}'::text[],
  'authenticated: columns of public.user_tokens for update'
);
select is(
  pg_temp.commands('authenticated', 'public.user_tokens'),
  '{}'::text[],
  'authenticated: what else on public.user_tokens'
);
select is(
  pg_temp.columns('service_role', 'public.user_tokens', 'select'),
  array['id', 'user_id', 'provider', 'access_token', 'refresh_token', 'expires_at', 'scopes', 'key_version', 'refresh_key_version', 'created_at', 'updated_at'],
  'service_role: columns of public.user_tokens for select'
);
select is(
  pg_temp.columns('service_role', 'public.user_tokens', 'insert'),
  array['id', 'user_id', 'provider', 'access_token', 'refresh_token', 'expires_at', 'scopes', 'key_version', 'refresh_key_version', 'created_at', 'updated_at'],
  'service_role: columns of public.user_tokens for insert'
);
select is(
  pg_temp.columns('service_role', 'public.user_tokens', 'update'),
  array['id', 'user_id', 'provider', 'access_token', 'refresh_token', 'expires_at', 'scopes', 'key_version', 'refresh_key_version', 'created_at', 'updated_at'],
  'service_role: columns of public.user_tokens for update'
);
select is(
  pg_temp.commands('service_role', 'public.user_tokens'),
  array['delete'],
  'service_role: what else on public.user_tokens'
);

-- public.workflow_history
select is(
  pg_temp.columns('anon', 'public.workflow_history', 'select'),
  '{}'::text[],
  'anon: columns of public.workflow_history for select'
);
select is(
  pg_temp.columns('anon', 'public.workflow_history', 'insert'),
  '{}'::text[],
  'anon: columns of public.workflow_history for insert'
);
select is(
  pg_temp.columns('anon', 'public.workflow_history', 'update'),
  '{}'::text[],
  'anon: columns of public.workflow_history for update'
);
select is(
  pg_temp.commands('anon', 'public.workflow_history'),
  '{}'::text[],
  'anon: what else on public.workflow_history'
);
select is(
  pg_temp.columns('authenticated', 'public.workflow_history', 'select'),
  array['id', 'user_id', 'workflow_id', 'command', 'status', 'executed_at', 'created_at'],
  'authenticated: columns of public.workflow_history for select'
);
select is(
  pg_temp.columns('authenticated', 'public.workflow_history', 'insert'),
  array['id', 'user_id', 'workflow_id', 'command', 'status', 'executed_at'],
  'authenticated: columns of public.workflow_history for insert'
);
select is(
  pg_temp.columns('authenticated', 'public.workflow_history', 'update'),
  '{}'::text[],
  'authenticated: columns of public.workflow_history for update'
);
select is(
  pg_temp.commands('authenticated', 'public.workflow_history'),
  array['delete'],
  'authenticated: what else on public.workflow_history'
);
select is(
  pg_temp.columns('service_role', 'public.workflow_history', 'select'),
  array['id', 'user_id', 'workflow_id', 'command', 'status', 'executed_at', 'created_at'],
  'service_role: columns of public.workflow_history for select'
);
select is(
  pg_temp.columns('service_role', 'public.workflow_history', 'insert'),
  array['id', 'user_id', 'workflow_id', 'command', 'status', 'executed_at', 'created_at'],
  'service_role: columns of public.workflow_history for insert'
);
select is(
  pg_temp.columns('service_role', 'public.workflow_history', 'update'),
  array['id', 'user_id', 'workflow_id', 'command', 'status', 'executed_at', 'created_at'],
  'service_role: columns of public.workflow_history for update'
);
select is(
  pg_temp.commands('service_role', 'public.workflow_history'),
  array['delete'],
  'service_role: what else on public.workflow_history'
);

-- public.workflows
select is(
  pg_temp.columns('anon', 'public.workflows', 'select'),
  '{}'::text[],
  'anon: columns of public.workflows for select'
);
select is(
  pg_temp.columns('anon', 'public.workflows', 'insert'),
  '{}'::text[],
  'anon: columns of public.workflows for insert'
);
select is(
  pg_temp.columns('anon', 'public.workflows', 'update'),
  '{}'::text[],
  'anon: columns of public.workflows for update'
);
select is(
  pg_temp.commands('anon', 'public.workflows'),
  '{}'::text[],
  'anon: what else on public.workflows'
);
select is(
  pg_temp.columns('authenticated', 'public.workflows', 'select'),
  array['id', 'user_id', 'command', 'status', 'steps', 'results', 'error', 'start_time', 'end_time', 'created_at', 'updated_at'],
  'authenticated: columns of public.workflows for select'
);
select is(
  pg_temp.columns('authenticated', 'public.workflows', 'insert'),
  array['id', 'user_id', 'command', 'status', 'steps', 'results', 'error', 'start_time', 'end_time'],
  'authenticated: columns of public.workflows for insert'
);
select is(
  pg_temp.columns('authenticated', 'public.workflows', 'update'),
  array['command', 'status', 'steps', 'results', 'error', 'end_time'],
  'authenticated: columns of public.workflows for update'
);
select is(
  pg_temp.commands('authenticated', 'public.workflows'),
  array['delete'],
  'authenticated: what else on public.workflows'
);
select is(
  pg_temp.columns('service_role', 'public.workflows', 'select'),
  array['id', 'user_id', 'command', 'status', 'steps', 'results', 'error', 'start_time', 'end_time', 'created_at', 'updated_at'],
  'service_role: columns of public.workflows for select'
);
select is(
  pg_temp.columns('service_role', 'public.workflows', 'insert'),
  array['id', 'user_id', 'command', 'status', 'steps', 'results', 'error', 'start_time', 'end_time', 'created_at', 'updated_at'],
  'service_role: columns of public.workflows for insert'
);
select is(
  pg_temp.columns('service_role', 'public.workflows', 'update'),
  array['id', 'user_id', 'command', 'status', 'steps', 'results', 'error', 'start_time', 'end_time', 'created_at', 'updated_at'],
  'service_role: columns of public.workflows for update'
);
select is(
  pg_temp.commands('service_role', 'public.workflows'),
  array['delete'],
  'service_role: what else on public.workflows'
);

-- sequences
select is(
  pg_temp.users(array['anon', 'authenticated', 'service_role'], 'public.execution_logs_seq_seq'),
  '{}'::text[],
  'who may use the sequence public.execution_logs_seq_seq'
);

-- functions
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.assert_acting_for(uuid)'),
  array['authenticated', 'service_role'],
  'who may call private.assert_acting_for(uuid)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.assert_given(text, boolean)'),
  array['authenticated', 'service_role'],
  'who may call private.assert_given(text, boolean)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.assert_provider(text)'),
  array['authenticated', 'service_role'],
  'who may call private.assert_provider(text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.assert_scopes(text[])'),
  array['authenticated', 'service_role'],
  'who may call private.assert_scopes(text[])'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.batch_length(text, jsonb)'),
  array['authenticated', 'service_role'],
  'who may call private.batch_length(text, jsonb)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.check_token_keys()'),
  '{}'::text[],
  'who may call private.check_token_keys()'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.days_ago(text, integer, integer)'),
  array['authenticated', 'service_role'],
  'who may call private.days_ago(text, integer, integer)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.delete_google_oauth_tokens(uuid)'),
  array['authenticated', 'service_role'],
  'who may call private.delete_google_oauth_tokens(uuid)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.delete_user_tokens(uuid, text)'),
  array['authenticated', 'service_role'],
  'who may call private.delete_user_tokens(uuid, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.first_bytes(text, integer)'),
  '{}'::text[],
  'who may call private.first_bytes(text, integer)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.get_user_token_status(uuid, text)'),
  array['authenticated', 'service_role'],
  'who may call private.get_user_token_status(uuid, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.handle_new_user()'),
  '{}'::text[],
  'who may call private.handle_new_user()'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.handle_user_email_change()'),
  '{}'::text[],
  'who may call private.handle_user_email_change()'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.key_version_of(text)'),
  array['authenticated', 'service_role'],
  'who may call private.key_version_of(text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.page_limit(integer, integer)'),
  array['authenticated', 'service_role'],
  'who may call private.page_limit(integer, integer)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.page_offset(integer, integer)'),
  array['authenticated', 'service_role'],
  'who may call private.page_offset(integer, integer)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.purge_execution_logs(integer, integer)'),
  '{}'::text[],
  'who may call private.purge_execution_logs(integer, integer)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.refuse_row(text, text)'),
  array['authenticated', 'service_role'],
  'who may call private.refuse_row(text, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'private.set_updated_at()'),
  '{}'::text[],
  'who may call private.set_updated_at()'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.batch_insert_execution_logs(uuid, text, jsonb)'),
  array['authenticated', 'service_role'],
  'who may call public.batch_insert_execution_logs(uuid, text, jsonb)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.batch_insert_generated_documents(uuid, text, jsonb)'),
  array['authenticated', 'service_role'],
  'who may call public.batch_insert_generated_documents(uuid, text, jsonb)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.delete_documents_by_task(uuid, text)'),
  array['authenticated', 'service_role'],
  'who may call public.delete_documents_by_task(uuid, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.delete_execution_logs_by_task(uuid, text)'),
  array['authenticated', 'service_role'],
  'who may call public.delete_execution_logs_by_task(uuid, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.delete_generated_document(uuid, uuid)'),
  array['authenticated', 'service_role'],
  'who may call public.delete_generated_document(uuid, uuid)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.delete_google_oauth_tokens(uuid)'),
  array['authenticated', 'service_role'],
  'who may call public.delete_google_oauth_tokens(uuid)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.delete_old_execution_logs(uuid, integer)'),
  array['authenticated', 'service_role'],
  'who may call public.delete_old_execution_logs(uuid, integer)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.delete_task_history(uuid, text)'),
  array['authenticated', 'service_role'],
  'who may call public.delete_task_history(uuid, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.delete_user_tokens(uuid, text)'),
  array['authenticated', 'service_role'],
  'who may call public.delete_user_tokens(uuid, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_document_statistics(uuid, integer)'),
  array['authenticated', 'service_role'],
  'who may call public.get_document_statistics(uuid, integer)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_documents_by_task(uuid, text)'),
  array['authenticated', 'service_role'],
  'who may call public.get_documents_by_task(uuid, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_documents_by_type(uuid, text, integer, integer, timestamp with time zone, uuid)'),
  array['authenticated', 'service_role'],
  'who may call public.get_documents_by_type(uuid, text, integer, integer, timestamp with time zone, uuid)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_documents_filtered(uuid, text, text, timestamp with time zone, timestamp with time zone, integer, integer, timestamp with time zone, uuid)'),
  array['authenticated', 'service_role'],
  'who may call public.get_documents_filtered(uuid, text, text, timestamp with time zone, timestamp with time zone, integer, integer, timestamp with time zone, uuid)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_execution_logs_by_task(uuid, text, integer, bigint)'),
  array['authenticated', 'service_role'],
  'who may call public.get_execution_logs_by_task(uuid, text, integer, bigint)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_execution_logs_filtered(uuid, text, text, text, timestamp with time zone, timestamp with time zone, integer, integer, timestamp with time zone, bigint)'),
  array['authenticated', 'service_role'],
  'who may call public.get_execution_logs_filtered(uuid, text, text, text, timestamp with time zone, timestamp with time zone, integer, integer, timestamp with time zone, bigint)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_google_oauth_token(uuid)'),
  array['service_role'],
  'who may call public.get_google_oauth_token(uuid)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_recent_documents(uuid, integer)'),
  array['authenticated', 'service_role'],
  'who may call public.get_recent_documents(uuid, integer)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_recent_task_history(uuid, integer)'),
  array['authenticated', 'service_role'],
  'who may call public.get_recent_task_history(uuid, integer)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_task_history_by_id(uuid, text)'),
  array['authenticated', 'service_role'],
  'who may call public.get_task_history_by_id(uuid, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_task_history_filtered(uuid, text, text, timestamp with time zone, timestamp with time zone, integer, integer, timestamp with time zone, uuid)'),
  array['authenticated', 'service_role'],
  'who may call public.get_task_history_filtered(uuid, text, text, timestamp with time zone, timestamp with time zone, integer, integer, timestamp with time zone, uuid)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_task_statistics(uuid, integer)'),
  array['authenticated', 'service_role'],
  'who may call public.get_task_statistics(uuid, integer)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_user_token_status(uuid, text)'),
  array['authenticated', 'service_role'],
  'who may call public.get_user_token_status(uuid, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.get_user_tokens(uuid, text)'),
  array['service_role'],
  'who may call public.get_user_tokens(uuid, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.insert_execution_log(uuid, text, text, text, text, text, jsonb)'),
  array['authenticated', 'service_role'],
  'who may call public.insert_execution_log(uuid, text, text, text, text, text, jsonb)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.insert_generated_document(uuid, text, text, text, text, text)'),
  array['authenticated', 'service_role'],
  'who may call public.insert_generated_document(uuid, text, text, text, text, text)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.insert_task_history(uuid, text, text, text, text, text, jsonb, text[], integer, timestamp with time zone)'),
  array['authenticated', 'service_role'],
  'who may call public.insert_task_history(uuid, text, text, text, text, text, jsonb, text[], integer, timestamp with time zone)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.storage_of_user(uuid)'),
  array['authenticated', 'service_role'],
  'who may call public.storage_of_user(uuid)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.store_google_oauth_tokens(uuid, text, text, timestamp with time zone, text[])'),
  array['service_role'],
  'who may call public.store_google_oauth_tokens(uuid, text, text, timestamp with time zone, text[])'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.update_task_history_status(uuid, text, text, text, jsonb, integer, timestamp with time zone)'),
  array['authenticated', 'service_role'],
  'who may call public.update_task_history_status(uuid, text, text, text, jsonb, integer, timestamp with time zone)'
);
select is(
  pg_temp.callers(array['anon', 'authenticated', 'service_role'], 'public.upsert_user_tokens(uuid, text, text, text, timestamp with time zone, text[])'),
  array['service_role'],
  'who may call public.upsert_user_tokens(uuid, text, text, text, timestamp with time zone, text[])'
);

select * from finish();

rollback;

