-- Written by npm run pgtap, from the schema files. Which rows row security shows to each role, with the tokens of users.

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

-- The answer of a query as a role with the claims of a token.
create function pg_temp.answer(role_name text, claims text, query text) returns text language plpgsql set search_path = '' as $$
declare
  found text;
begin
  perform pg_catalog.set_config('request.jwt.claims', claims, true), pg_catalog.set_config('role', role_name, true);
  execute query into found;
  raise sqlstate 'UNDO0';
exception
  when sqlstate 'UNDO0' then return found;
  when others then return sqlstate || ': ' || sqlerrm;
end
$$;

-- Where the rows are that a role reads, and that satisfy a condition.
create function pg_temp.places(role_name text, claims text, relation regclass, condition text) returns text language sql set search_path = '' as $$
  select pg_temp.answer(role_name, claims, format('select string_agg(ctid::text, '' '' order by ctid) from %s where %s', relation, condition))
$$;

create temporary table kept (kept_number integer, kept_place tid unique, kept_content jsonb);

-- Keeps the rows that commands are tried on: for each user up to three that satisfy a condition. Answers how many.
create function pg_temp.keep(users text[], relation regclass, condition text) returns integer language plpgsql set search_path = '' as $$
declare
  claims text;
  table_name text := (select relname from pg_catalog.pg_class where oid = relation);
begin
  delete from pg_temp.kept;
  foreach claims in array users loop
    perform pg_catalog.set_config('request.jwt.claims', claims, true);
    execute format(
      'insert into pg_temp.kept (kept_place, kept_content)
      select %1$I.ctid, to_jsonb(%1$I) from %2$s where %3$s order by %1$I.ctid limit 3 on conflict do nothing',
      table_name, relation, condition
    );
  end loop;
  update pg_temp.kept as k
  set kept_number = n.number
  from (select kept_place, row_number() over (order by kept_place) as number from pg_temp.kept) as n
  where n.kept_place = k.kept_place;
  return (select count(*) from pg_temp.kept);
end
$$;

-- The numbers of the kept rows that satisfy a condition.
create function pg_temp.numbers(owner_name text, claims text, relation regclass, condition text) returns text language sql set search_path = '' as $$
  select coalesce(pg_temp.answer(owner_name, claims, format(
    'select string_agg(kept_number::text, '' '' order by kept_number)
    from pg_temp.kept, lateral jsonb_populate_record(null::%s, kept_content) as %I where %s',
    relation, (select relname from pg_catalog.pg_class where oid = relation), condition
  )), '')
$$;

-- Inserts a copy of each kept row, as a role. Answers the numbers of those that row security lets in: it asks before a
-- unique key refuses them.
create function pg_temp.inserted(role_name text, claims text, relation regclass) returns text language sql set search_path = '' as $$
  with tries as (
    select k.kept_number as number, pg_temp.attempt(role_name, claims, format(
      'insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$s, %3$L)',
      relation, c.names, k.kept_content
    )) as outcome
    from pg_temp.kept as k
    cross join (
      select string_agg(quote_ident(a.attname), ', ' order by a.attnum) as names
      from pg_catalog.pg_attribute as a
      where a.attrelid = relation and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ) as c
  )
  select coalesce(string_agg(
    case when outcome = '1 rows' or outcome like '23505:%' then number::text else outcome end, ' ' order by number
  ), '')
  from tries
  where outcome <> 'refused by row security'
$$;

-- Runs a statement as a role and undoes it. Answers the numbers of the kept rows that it left alone, or what refused it.
create function pg_temp.spared(owner_name text, role_name text, claims text, relation regclass, statement text)
returns text language plpgsql set search_path = '' as $$
declare
  found text;
begin
  perform pg_catalog.set_config('request.jwt.claims', claims, true), pg_catalog.set_config('role', role_name, true);
  execute statement;
  perform pg_catalog.set_config('role', owner_name, true);
  execute format(
    'select string_agg(kept_number::text, '' '' order by kept_number)
    from pg_temp.kept where kept_place in (select ctid from %s)', relation
  ) into found;
  raise sqlstate 'UNDO0';
exception
  when sqlstate 'UNDO0' then return coalesce(found, '');
  when insufficient_privilege then
    return case when sqlerrm like 'new row violates row-level security%' then 'refused by row security' else 'refused' end;
  when others then return sqlstate || ': ' || sqlerrm;
end
$$;

-- As a role, sets columns of all rows to what they are in a kept row: one that does not satisfy a condition. Where all do,
-- columns of type uuid get one that nobody has. Answers the numbers of the kept rows that are left alone.
create function pg_temp.updated(owner_name text, role_name text, claims text, relation regclass, names text[], unlike text)
returns text language plpgsql set search_path = '' as $$
declare
  fitting text[] := string_to_array(pg_temp.numbers(owner_name, claims, relation, unlike), ' ');
  nobody jsonb := (
    select coalesce(jsonb_object_agg(a.attname, 'ffffffff-ffff-4fff-bfff-ffffffffffff'), '{}')
    from pg_catalog.pg_attribute as a
    where a.attrelid = relation and a.attname = any(names) and a.atttypid = 'uuid'::regtype
  );
  source jsonb := (
    select case when k.kept_number::text = any(fitting) then k.kept_content || nobody else k.kept_content end
    from pg_temp.kept as k
    order by k.kept_number::text = any(fitting), k.kept_number
    limit 1
  );
  changes text := (
    select string_agg(format('%1$I = (select %1$I from jsonb_populate_record(null::%2$s, %3$L))', name, relation, source), ', ')
    from unnest(names) as name
  );
begin
  return pg_temp.spared(owner_name, role_name, claims, relation, format('update %s set %s', relation, changes));
end
$$;

select plan(279);

-- rows to try
insert into auth.users (id, aud, role, email, phone, raw_user_meta_data, created_at, updated_at)
values
  (
    'a0000000-0000-4000-8000-000000000001',
    'authenticated',
    'authenticated',
    'ada@example.com',
    null,
    '{"full_name": "Ada Lovelace", "avatar_url": "https://example.com/ada.png"}',
    '2026-01-05 08:00:00+00',
    '2026-01-05 08:00:00+00'
  ),
  (
    'b0000000-0000-4000-8000-000000000002',
    'authenticated',
    'authenticated',
    null,
    '15550100',
    null,
    '2026-02-10 09:30:00+00',
    '2026-02-10 09:30:00+00'
  )
on conflict do nothing;
insert into public.execution_logs (id, user_id, task_id, step_id, agent_type, message, log_level, metadata, created_at)
values
  (
    'a5000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'task-1',
    null,
    'planner',
    'Two steps: search the mails, write the document',
    'info',
    '{"steps": 2}',
    '2026-01-12 08:00:01+00'
  ),
  (
    'a5000000-0000-4000-8000-000000000002',
    'a0000000-0000-4000-8000-000000000001',
    'task-1',
    's1',
    'worker',
    '42 mails found',
    'success',
    '{"count": 42}',
    '2026-01-12 08:00:04+00'
  ),
  (
    'a5000000-0000-4000-8000-000000000003',
    'a0000000-0000-4000-8000-000000000001',
    'task-1',
    null,
    'evaluator',
    'The document answers the request',
    'success',
    null,
    '2026-01-12 08:00:09+00'
  ),
  (
    'b5000000-0000-4000-8000-000000000004',
    'b0000000-0000-4000-8000-000000000002',
    -- the same name as Ada's task: names are unique among the tasks of one user only
    'task-1',
    null,
    'system',
    'The planner does not answer',
    'error',
    '{"attempt": 3}',
    '2026-02-11 07:15:30+00'
  )
on conflict do nothing;
insert into private.encryption_keys (version, fingerprint, created_at, retired_at)
values
  (
    1,
    '1111111111111111111111111111111111111111111111111111111111111111',
    '2026-01-01 00:00:00+00',
    '2026-02-01 00:00:00+00'
  ),
  (
    2,
    '2222222222222222222222222222222222222222222222222222222222222222',
    '2026-02-01 00:00:00+00',
    null
  ),
  (
    3,
    '3333333333333333333333333333333333333333333333333333333333333333',
    '2026-02-10 00:00:00+00',
    null
  )
on conflict do nothing;
insert into public.profiles (id, email, full_name, avatar_url, preferences, created_at, updated_at)
values
  (
    'a0000000-0000-4000-8000-000000000001',
    'ada@example.com',
    'Ada Lovelace',
    'https://example.com/ada.png',
    '{"theme": "dark", "notificationsEnabled": true, "defaultView": "timeline", "favoriteActions": ["summarize-inbox"]}',
    '2026-01-05 08:00:00+00',
    '2026-01-05 08:00:00+00'
  ),
  (
    'b0000000-0000-4000-8000-000000000002',
    null,
    null,
    null,
    '{"theme": "system", "notificationsEnabled": true, "defaultView": "dashboard", "favoriteActions": []}',
    '2026-02-10 09:30:00+00',
    '2026-02-10 09:30:00+00'
  )
on conflict (id) do update
set
  preferences = excluded.preferences,
  created_at = excluded.created_at
where pg_catalog.age("profiles".xmin) <= 0;
insert into public.oauth_tokens (id, user_id, provider, access_token, refresh_token, expires_at, scopes, created_at, updated_at)
values
  (
    'a3000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'google',
    'v3.c2FtcGxlLXNhbXBs.c2FtcGxlLXNhbXBsZS1zYQ.c2FtcGxlLWFjY2Vzcw',
    'v2.c2FtcGxlLXNhbXBs.c2FtcGxlLXNhbXBsZS1zYQ.c2FtcGxlLXJlZnJlc2g',
    '2026-02-12 09:00:00+00',
    array['https://www.googleapis.com/auth/gmail.readonly', 'https://www.googleapis.com/auth/documents'],
    '2026-01-05 08:01:00+00',
    '2026-02-12 08:00:00+00'
  )
on conflict do nothing;
insert into public.task_history (
  id,
  user_id,
  task_id,
  title,
  status,
  input_prompt,
  output_summary,
  outputs,
  google_services,
  duration_ms,
  rerun_of,
  created_at,
  started_at,
  completed_at,
  updated_at
)
values
  (
    'a6000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'task-1',
    'Mails of the week',
    'rerun',
    'Summarise the mails of this week in a document',
    'A document with 42 mails',
    '{"document": "Mails, week 2"}',
    array['gmail', 'docs'],
    9000,
    null,
    '2026-01-12 08:00:00+00',
    '2026-01-12 08:00:00+00',
    '2026-01-12 08:00:09+00',
    '2026-01-12 08:00:09+00'
  ),
  (
    'a6000000-0000-4000-8000-000000000002',
    'a0000000-0000-4000-8000-000000000001',
    'task-2',
    'Mails of the week, once more',
    'running',
    'Summarise the mails of this week in a document',
    null,
    null,
    array['gmail'],
    null,
    'a6000000-0000-4000-8000-000000000001',
    '2026-01-12 09:00:00+00',
    '2026-01-12 09:00:00+00',
    null,
    '2026-01-12 09:00:00+00'
  ),
  (
    'b6000000-0000-4000-8000-000000000003',
    'b0000000-0000-4000-8000-000000000002',
    'task-1',
    'Receipts',
    'pending',
    'Sort the receipts into a sheet',
    null,
    null,
    '{}',
    null,
    null,
    '2026-02-11 07:15:00+00',
    null,
    null,
    '2026-02-11 07:15:00+00'
  )
on conflict do nothing;
insert into public.documents_generated (id, user_id, task_id, document_type, google_id, title, url, created_at)
values
  (
    'a7000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'task-1',
    'doc',
    'sample-document',
    'Mails, week 2',
    'https://docs.google.com/document/d/sample-document',
    '2026-01-12 08:00:08+00'
  ),
  (
    'a7000000-0000-4000-8000-000000000002',
    'a0000000-0000-4000-8000-000000000001',
    'task-1',
    'email',
    null,
    null,
    null,
    '2026-01-12 08:00:09+00'
  )
on conflict do nothing;
insert into public.user_tokens (id, user_id, provider, access_token, refresh_token, expires_at, scopes, created_at, updated_at)
values
  (
    'a4000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'google',
    'v3.c2FtcGxlLXNhbXBs.c2FtcGxlLXNhbXBsZS1zYQ.c2FtcGxlLWFjY2Vzcw',
    'v2.c2FtcGxlLXNhbXBs.c2FtcGxlLXNhbXBsZS1zYQ.c2FtcGxlLXJlZnJlc2g',
    '2026-02-12 09:00:00+00',
    array['https://www.googleapis.com/auth/gmail.readonly', 'https://www.googleapis.com/auth/documents'],
    '2026-01-05 08:01:00+00',
    '2026-02-12 08:00:00+00'
  ),
  (
    'b4000000-0000-4000-8000-000000000002',
    'b0000000-0000-4000-8000-000000000002',
    'google',
    'v3.c2FtcGxlLXNhbXBs.c2FtcGxlLXNhbXBsZS1zYQ.c2FtcGxlLWJsYWlzZQ',
    'v3.c2FtcGxlLXNhbXBs.c2FtcGxlLXNhbXBsZS1zYQ.c2FtcGxlLWJsYWlzZS1y',
    '2026-02-11 08:15:00+00',
    '{}',
    '2026-02-11 07:10:00+00',
    '2026-02-11 07:10:00+00'
  )
on conflict do nothing;
insert into public.workflows (id, user_id, command, status, steps, results, error, start_time, end_time, created_at)
values
  (
    'a1000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'Summarise the mails of this week in a document',
    'completed',
    '[{"id": "s1", "action": "gmail.search"}, {"id": "s2", "action": "docs.create"}]',
    '[{"step": "s1", "count": 42}, {"step": "s2", "title": "Mails, week 2"}]',
    null,
    '2026-01-12 08:00:00+00',
    '2026-01-12 08:00:09+00',
    '2026-01-12 08:00:00+00'
  ),
  (
    'a1000000-0000-4000-8000-000000000002',
    'a0000000-0000-4000-8000-000000000001',
    'Book a room for Monday',
    'failed',
    '[{"id": "s1", "action": "calendar.create"}]',
    '[]',
    'The calendar refused the event',
    '2026-01-13 10:00:00+00',
    '2026-01-13 10:00:02+00',
    '2026-01-13 10:00:00+00'
  ),
  (
    'b1000000-0000-4000-8000-000000000003',
    'b0000000-0000-4000-8000-000000000002',
    'Sort the receipts into a sheet',
    'planning',
    '[]',
    '[]',
    null,
    '2026-02-11 07:15:00+00',
    null,
    '2026-02-11 07:15:00+00'
  )
on conflict do nothing;
insert into public.workflow_history (id, user_id, workflow_id, command, status, executed_at, created_at)
values
  (
    'a2000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001',
    'Summarise the mails of this week in a document',
    'completed',
    '2026-01-12 08:00:00+00',
    '2026-01-12 08:00:09+00'
  ),
  (
    'a2000000-0000-4000-8000-000000000002',
    'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000002',
    'Book a room for Monday',
    'failed',
    '2026-01-13 10:00:00+00',
    '2026-01-13 10:00:02+00'
  )
on conflict do nothing;

-- every right, so that policies alone refuse
grant usage on schema private, public to anon, authenticated, service_role;
grant all on all tables in schema private, public to anon, authenticated, service_role;
grant all on all sequences in schema private, public to anon, authenticated, service_role;
grant execute on all functions in schema private, public to anon, authenticated, service_role;

-- private.encryption_keys
select is(
  pg_temp.keep(array['{"role":"anon"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', '{"role":"authenticated"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', '{"role":"service_role"}'], 'private.encryption_keys', 'true') > 0,
  true,
  'there are rows of private.encryption_keys to try'
);
select is(
  pg_temp.places('anon', '{"role":"anon"}', 'private.encryption_keys', 'true'),
  pg_temp.places('postgres', '{"role":"anon"}', 'private.encryption_keys', 'false'),
  'anon without a user reads of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"role":"anon"}', 'private.encryption_keys'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'private.encryption_keys', 'false'),
  'anon without a user inserts into private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"role":"anon"}', 'private.encryption_keys', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'private.encryption_keys', '(false) is not true'),
  'anon without a user updates of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"role":"anon"}', 'private.encryption_keys', 'delete from private.encryption_keys'),
  pg_temp.spared('postgres', 'postgres', '{"role":"anon"}', 'private.encryption_keys', 'delete from private.encryption_keys where false'),
  'anon without a user deletes of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'private.encryption_keys', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'private.encryption_keys', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 reads of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'private.encryption_keys'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'private.encryption_keys', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 inserts into private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'private.encryption_keys', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'private.encryption_keys', '(false) is not true'),
  'anon as a0000000-0000-4000-8000-000000000001 updates of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'private.encryption_keys', 'delete from private.encryption_keys'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'private.encryption_keys', 'delete from private.encryption_keys where false'),
  'anon as a0000000-0000-4000-8000-000000000001 deletes of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'private.encryption_keys', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'private.encryption_keys', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 reads of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'private.encryption_keys'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'private.encryption_keys', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 inserts into private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'private.encryption_keys', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'private.encryption_keys', '(false) is not true'),
  'anon as b0000000-0000-4000-8000-000000000002 updates of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'private.encryption_keys', 'delete from private.encryption_keys'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'private.encryption_keys', 'delete from private.encryption_keys where false'),
  'anon as b0000000-0000-4000-8000-000000000002 deletes of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"role":"authenticated"}', 'private.encryption_keys', 'true'),
  pg_temp.places('postgres', '{"role":"authenticated"}', 'private.encryption_keys', 'false'),
  'authenticated without a user reads of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"role":"authenticated"}', 'private.encryption_keys'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'private.encryption_keys', 'false'),
  'authenticated without a user inserts into private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'private.encryption_keys', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'private.encryption_keys', '(false) is not true'),
  'authenticated without a user updates of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"role":"authenticated"}', 'private.encryption_keys', 'delete from private.encryption_keys'),
  pg_temp.spared('postgres', 'postgres', '{"role":"authenticated"}', 'private.encryption_keys', 'delete from private.encryption_keys where false'),
  'authenticated without a user deletes of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'private.encryption_keys', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'private.encryption_keys', 'false'),
  'authenticated as a0000000-0000-4000-8000-000000000001 reads of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'private.encryption_keys'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'private.encryption_keys', 'false'),
  'authenticated as a0000000-0000-4000-8000-000000000001 inserts into private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'private.encryption_keys', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'private.encryption_keys', '(false) is not true'),
  'authenticated as a0000000-0000-4000-8000-000000000001 updates of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'private.encryption_keys', 'delete from private.encryption_keys'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'private.encryption_keys', 'delete from private.encryption_keys where false'),
  'authenticated as a0000000-0000-4000-8000-000000000001 deletes of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'private.encryption_keys', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'private.encryption_keys', 'false'),
  'authenticated as b0000000-0000-4000-8000-000000000002 reads of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'private.encryption_keys'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'private.encryption_keys', 'false'),
  'authenticated as b0000000-0000-4000-8000-000000000002 inserts into private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'private.encryption_keys', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'private.encryption_keys', '(false) is not true'),
  'authenticated as b0000000-0000-4000-8000-000000000002 updates of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'private.encryption_keys', 'delete from private.encryption_keys'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'private.encryption_keys', 'delete from private.encryption_keys where false'),
  'authenticated as b0000000-0000-4000-8000-000000000002 deletes of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.places('service_role', '{"role":"service_role"}', 'private.encryption_keys', 'true'),
  pg_temp.places('postgres', '{"role":"service_role"}', 'private.encryption_keys', 'true'),
  'service_role reads of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.inserted('service_role', '{"role":"service_role"}', 'private.encryption_keys'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'private.encryption_keys', 'true'),
  'service_role inserts into private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'service_role', '{"role":"service_role"}', 'private.encryption_keys', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'private.encryption_keys', '(true) is not true'),
  'service_role updates of private.encryption_keys the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'service_role', '{"role":"service_role"}', 'private.encryption_keys', 'delete from private.encryption_keys'),
  pg_temp.spared('postgres', 'postgres', '{"role":"service_role"}', 'private.encryption_keys', 'delete from private.encryption_keys where true'),
  'service_role deletes of private.encryption_keys the rows of its policies'
);

-- public.documents_generated
select is(
  pg_temp.keep(array['{"role":"anon"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', '{"role":"authenticated"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', '{"role":"service_role"}'], 'public.documents_generated', '(user_id = ( SELECT auth.uid() AS uid))') > 0,
  true,
  'there are rows of public.documents_generated to try'
);
select is(
  pg_temp.places('anon', '{"role":"anon"}', 'public.documents_generated', 'true'),
  pg_temp.places('postgres', '{"role":"anon"}', 'public.documents_generated', 'false'),
  'anon without a user reads of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"role":"anon"}', 'public.documents_generated'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.documents_generated', 'false'),
  'anon without a user inserts into public.documents_generated the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"role":"anon"}', 'public.documents_generated', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.documents_generated', '(false) is not true'),
  'anon without a user updates of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"role":"anon"}', 'public.documents_generated', 'delete from public.documents_generated'),
  pg_temp.spared('postgres', 'postgres', '{"role":"anon"}', 'public.documents_generated', 'delete from public.documents_generated where false'),
  'anon without a user deletes of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.documents_generated', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.documents_generated', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 reads of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.documents_generated'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.documents_generated', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 inserts into public.documents_generated the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.documents_generated', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.documents_generated', '(false) is not true'),
  'anon as a0000000-0000-4000-8000-000000000001 updates of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.documents_generated', 'delete from public.documents_generated'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.documents_generated', 'delete from public.documents_generated where false'),
  'anon as a0000000-0000-4000-8000-000000000001 deletes of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.documents_generated', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.documents_generated', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 reads of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.documents_generated'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.documents_generated', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 inserts into public.documents_generated the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.documents_generated', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.documents_generated', '(false) is not true'),
  'anon as b0000000-0000-4000-8000-000000000002 updates of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.documents_generated', 'delete from public.documents_generated'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.documents_generated', 'delete from public.documents_generated where false'),
  'anon as b0000000-0000-4000-8000-000000000002 deletes of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"role":"authenticated"}', 'public.documents_generated', 'true'),
  pg_temp.places('postgres', '{"role":"authenticated"}', 'public.documents_generated', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user reads of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"role":"authenticated"}', 'public.documents_generated'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.documents_generated', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user inserts into public.documents_generated the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.documents_generated', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.documents_generated', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated without a user updates of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.documents_generated', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.documents_generated', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.documents_generated', 'true') else 'refused by row security' end,
  'authenticated without a user gives no row of public.documents_generated away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"role":"authenticated"}', 'public.documents_generated', 'delete from public.documents_generated'),
  pg_temp.spared('postgres', 'postgres', '{"role":"authenticated"}', 'public.documents_generated', 'delete from public.documents_generated where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user deletes of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.documents_generated', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.documents_generated', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 reads of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.documents_generated'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.documents_generated', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 inserts into public.documents_generated the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.documents_generated', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.documents_generated', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as a0000000-0000-4000-8000-000000000001 updates of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.documents_generated', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.documents_generated', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.documents_generated', 'true') else 'refused by row security' end,
  'authenticated as a0000000-0000-4000-8000-000000000001 gives no row of public.documents_generated away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.documents_generated', 'delete from public.documents_generated'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.documents_generated', 'delete from public.documents_generated where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 deletes of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.documents_generated', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.documents_generated', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 reads of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.documents_generated'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.documents_generated', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 inserts into public.documents_generated the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.documents_generated', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.documents_generated', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as b0000000-0000-4000-8000-000000000002 updates of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.documents_generated', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.documents_generated', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.documents_generated', 'true') else 'refused by row security' end,
  'authenticated as b0000000-0000-4000-8000-000000000002 gives no row of public.documents_generated away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.documents_generated', 'delete from public.documents_generated'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.documents_generated', 'delete from public.documents_generated where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 deletes of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.places('service_role', '{"role":"service_role"}', 'public.documents_generated', 'true'),
  pg_temp.places('postgres', '{"role":"service_role"}', 'public.documents_generated', 'true'),
  'service_role reads of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.inserted('service_role', '{"role":"service_role"}', 'public.documents_generated'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.documents_generated', 'true'),
  'service_role inserts into public.documents_generated the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'service_role', '{"role":"service_role"}', 'public.documents_generated', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.documents_generated', '(true) is not true'),
  'service_role updates of public.documents_generated the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'service_role', '{"role":"service_role"}', 'public.documents_generated', 'delete from public.documents_generated'),
  pg_temp.spared('postgres', 'postgres', '{"role":"service_role"}', 'public.documents_generated', 'delete from public.documents_generated where true'),
  'service_role deletes of public.documents_generated the rows of its policies'
);

-- public.execution_logs
select is(
  pg_temp.keep(array['{"role":"anon"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', '{"role":"authenticated"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', '{"role":"service_role"}'], 'public.execution_logs', '(user_id = ( SELECT auth.uid() AS uid))') > 0,
  true,
  'there are rows of public.execution_logs to try'
);
select is(
  pg_temp.places('anon', '{"role":"anon"}', 'public.execution_logs', 'true'),
  pg_temp.places('postgres', '{"role":"anon"}', 'public.execution_logs', 'false'),
  'anon without a user reads of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"role":"anon"}', 'public.execution_logs'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.execution_logs', 'false'),
  'anon without a user inserts into public.execution_logs the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"role":"anon"}', 'public.execution_logs', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.execution_logs', '(false) is not true'),
  'anon without a user updates of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"role":"anon"}', 'public.execution_logs', 'delete from public.execution_logs'),
  pg_temp.spared('postgres', 'postgres', '{"role":"anon"}', 'public.execution_logs', 'delete from public.execution_logs where false'),
  'anon without a user deletes of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.execution_logs', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.execution_logs', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 reads of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.execution_logs'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.execution_logs', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 inserts into public.execution_logs the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.execution_logs', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.execution_logs', '(false) is not true'),
  'anon as a0000000-0000-4000-8000-000000000001 updates of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.execution_logs', 'delete from public.execution_logs'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.execution_logs', 'delete from public.execution_logs where false'),
  'anon as a0000000-0000-4000-8000-000000000001 deletes of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.execution_logs', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.execution_logs', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 reads of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.execution_logs'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.execution_logs', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 inserts into public.execution_logs the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.execution_logs', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.execution_logs', '(false) is not true'),
  'anon as b0000000-0000-4000-8000-000000000002 updates of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.execution_logs', 'delete from public.execution_logs'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.execution_logs', 'delete from public.execution_logs where false'),
  'anon as b0000000-0000-4000-8000-000000000002 deletes of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"role":"authenticated"}', 'public.execution_logs', 'true'),
  pg_temp.places('postgres', '{"role":"authenticated"}', 'public.execution_logs', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user reads of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"role":"authenticated"}', 'public.execution_logs'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.execution_logs', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user inserts into public.execution_logs the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.execution_logs', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.execution_logs', '(false) is not true'),
  'authenticated without a user updates of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"role":"authenticated"}', 'public.execution_logs', 'delete from public.execution_logs'),
  pg_temp.spared('postgres', 'postgres', '{"role":"authenticated"}', 'public.execution_logs', 'delete from public.execution_logs where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user deletes of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.execution_logs', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.execution_logs', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 reads of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.execution_logs'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.execution_logs', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 inserts into public.execution_logs the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.execution_logs', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.execution_logs', '(false) is not true'),
  'authenticated as a0000000-0000-4000-8000-000000000001 updates of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.execution_logs', 'delete from public.execution_logs'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.execution_logs', 'delete from public.execution_logs where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 deletes of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.execution_logs', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.execution_logs', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 reads of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.execution_logs'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.execution_logs', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 inserts into public.execution_logs the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.execution_logs', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.execution_logs', '(false) is not true'),
  'authenticated as b0000000-0000-4000-8000-000000000002 updates of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.execution_logs', 'delete from public.execution_logs'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.execution_logs', 'delete from public.execution_logs where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 deletes of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.places('service_role', '{"role":"service_role"}', 'public.execution_logs', 'true'),
  pg_temp.places('postgres', '{"role":"service_role"}', 'public.execution_logs', 'true'),
  'service_role reads of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.inserted('service_role', '{"role":"service_role"}', 'public.execution_logs'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.execution_logs', 'true'),
  'service_role inserts into public.execution_logs the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'service_role', '{"role":"service_role"}', 'public.execution_logs', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.execution_logs', '(true) is not true'),
  'service_role updates of public.execution_logs the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'service_role', '{"role":"service_role"}', 'public.execution_logs', 'delete from public.execution_logs'),
  pg_temp.spared('postgres', 'postgres', '{"role":"service_role"}', 'public.execution_logs', 'delete from public.execution_logs where true'),
  'service_role deletes of public.execution_logs the rows of its policies'
);

-- public.oauth_tokens
select is(
  pg_temp.keep(array['{"role":"anon"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', '{"role":"authenticated"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', '{"role":"service_role"}'], 'public.oauth_tokens', '(user_id = ( SELECT auth.uid() AS uid))') > 0,
  true,
  'there are rows of public.oauth_tokens to try'
);
select is(
  pg_temp.places('anon', '{"role":"anon"}', 'public.oauth_tokens', 'true'),
  pg_temp.places('postgres', '{"role":"anon"}', 'public.oauth_tokens', 'false'),
  'anon without a user reads of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"role":"anon"}', 'public.oauth_tokens'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.oauth_tokens', 'false'),
  'anon without a user inserts into public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"role":"anon"}', 'public.oauth_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.oauth_tokens', '(false) is not true'),
  'anon without a user updates of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"role":"anon"}', 'public.oauth_tokens', 'delete from public.oauth_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"role":"anon"}', 'public.oauth_tokens', 'delete from public.oauth_tokens where false'),
  'anon without a user deletes of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.oauth_tokens', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.oauth_tokens', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 reads of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.oauth_tokens'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.oauth_tokens', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 inserts into public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.oauth_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.oauth_tokens', '(false) is not true'),
  'anon as a0000000-0000-4000-8000-000000000001 updates of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.oauth_tokens', 'delete from public.oauth_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.oauth_tokens', 'delete from public.oauth_tokens where false'),
  'anon as a0000000-0000-4000-8000-000000000001 deletes of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.oauth_tokens', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.oauth_tokens', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 reads of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.oauth_tokens'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.oauth_tokens', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 inserts into public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.oauth_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.oauth_tokens', '(false) is not true'),
  'anon as b0000000-0000-4000-8000-000000000002 updates of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.oauth_tokens', 'delete from public.oauth_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.oauth_tokens', 'delete from public.oauth_tokens where false'),
  'anon as b0000000-0000-4000-8000-000000000002 deletes of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"role":"authenticated"}', 'public.oauth_tokens', 'true'),
  pg_temp.places('postgres', '{"role":"authenticated"}', 'public.oauth_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user reads of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"role":"authenticated"}', 'public.oauth_tokens'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.oauth_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user inserts into public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.oauth_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.oauth_tokens', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated without a user updates of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.oauth_tokens', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.oauth_tokens', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.oauth_tokens', 'true') else 'refused by row security' end,
  'authenticated without a user gives no row of public.oauth_tokens away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"role":"authenticated"}', 'public.oauth_tokens', 'delete from public.oauth_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"role":"authenticated"}', 'public.oauth_tokens', 'delete from public.oauth_tokens where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user deletes of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.oauth_tokens', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.oauth_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 reads of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.oauth_tokens'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.oauth_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 inserts into public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.oauth_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.oauth_tokens', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as a0000000-0000-4000-8000-000000000001 updates of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.oauth_tokens', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.oauth_tokens', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.oauth_tokens', 'true') else 'refused by row security' end,
  'authenticated as a0000000-0000-4000-8000-000000000001 gives no row of public.oauth_tokens away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.oauth_tokens', 'delete from public.oauth_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.oauth_tokens', 'delete from public.oauth_tokens where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 deletes of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.oauth_tokens', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.oauth_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 reads of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.oauth_tokens'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.oauth_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 inserts into public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.oauth_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.oauth_tokens', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as b0000000-0000-4000-8000-000000000002 updates of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.oauth_tokens', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.oauth_tokens', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.oauth_tokens', 'true') else 'refused by row security' end,
  'authenticated as b0000000-0000-4000-8000-000000000002 gives no row of public.oauth_tokens away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.oauth_tokens', 'delete from public.oauth_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.oauth_tokens', 'delete from public.oauth_tokens where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 deletes of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.places('service_role', '{"role":"service_role"}', 'public.oauth_tokens', 'true'),
  pg_temp.places('postgres', '{"role":"service_role"}', 'public.oauth_tokens', 'true'),
  'service_role reads of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('service_role', '{"role":"service_role"}', 'public.oauth_tokens'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.oauth_tokens', 'true'),
  'service_role inserts into public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'service_role', '{"role":"service_role"}', 'public.oauth_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.oauth_tokens', '(true) is not true'),
  'service_role updates of public.oauth_tokens the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'service_role', '{"role":"service_role"}', 'public.oauth_tokens', 'delete from public.oauth_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"role":"service_role"}', 'public.oauth_tokens', 'delete from public.oauth_tokens where true'),
  'service_role deletes of public.oauth_tokens the rows of its policies'
);

-- public.profiles
select is(
  pg_temp.keep(array['{"role":"anon"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', '{"role":"authenticated"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', '{"role":"service_role"}'], 'public.profiles', '(id = ( SELECT auth.uid() AS uid))') > 0,
  true,
  'there are rows of public.profiles to try'
);
select is(
  pg_temp.places('anon', '{"role":"anon"}', 'public.profiles', 'true'),
  pg_temp.places('postgres', '{"role":"anon"}', 'public.profiles', 'false'),
  'anon without a user reads of public.profiles the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"role":"anon"}', 'public.profiles'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.profiles', 'false'),
  'anon without a user inserts into public.profiles the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"role":"anon"}', 'public.profiles', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.profiles', '(false) is not true'),
  'anon without a user updates of public.profiles the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"role":"anon"}', 'public.profiles', 'delete from public.profiles'),
  pg_temp.spared('postgres', 'postgres', '{"role":"anon"}', 'public.profiles', 'delete from public.profiles where false'),
  'anon without a user deletes of public.profiles the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.profiles', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.profiles', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 reads of public.profiles the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.profiles'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.profiles', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 inserts into public.profiles the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.profiles', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.profiles', '(false) is not true'),
  'anon as a0000000-0000-4000-8000-000000000001 updates of public.profiles the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.profiles', 'delete from public.profiles'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.profiles', 'delete from public.profiles where false'),
  'anon as a0000000-0000-4000-8000-000000000001 deletes of public.profiles the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.profiles', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.profiles', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 reads of public.profiles the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.profiles'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.profiles', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 inserts into public.profiles the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.profiles', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.profiles', '(false) is not true'),
  'anon as b0000000-0000-4000-8000-000000000002 updates of public.profiles the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.profiles', 'delete from public.profiles'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.profiles', 'delete from public.profiles where false'),
  'anon as b0000000-0000-4000-8000-000000000002 deletes of public.profiles the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"role":"authenticated"}', 'public.profiles', 'true'),
  pg_temp.places('postgres', '{"role":"authenticated"}', 'public.profiles', '(id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user reads of public.profiles the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"role":"authenticated"}', 'public.profiles'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.profiles', '(id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user inserts into public.profiles the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.profiles', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.profiles', '((id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated without a user updates of public.profiles the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.profiles', array['id'], '(id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.profiles', '(id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.profiles', 'true') else 'refused by row security' end,
  'authenticated without a user gives no row of public.profiles away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"role":"authenticated"}', 'public.profiles', 'delete from public.profiles'),
  pg_temp.spared('postgres', 'postgres', '{"role":"authenticated"}', 'public.profiles', 'delete from public.profiles where false'),
  'authenticated without a user deletes of public.profiles the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.profiles', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.profiles', '(id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 reads of public.profiles the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.profiles'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.profiles', '(id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 inserts into public.profiles the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.profiles', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.profiles', '((id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as a0000000-0000-4000-8000-000000000001 updates of public.profiles the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.profiles', array['id'], '(id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.profiles', '(id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.profiles', 'true') else 'refused by row security' end,
  'authenticated as a0000000-0000-4000-8000-000000000001 gives no row of public.profiles away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.profiles', 'delete from public.profiles'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.profiles', 'delete from public.profiles where false'),
  'authenticated as a0000000-0000-4000-8000-000000000001 deletes of public.profiles the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.profiles', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.profiles', '(id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 reads of public.profiles the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.profiles'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.profiles', '(id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 inserts into public.profiles the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.profiles', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.profiles', '((id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as b0000000-0000-4000-8000-000000000002 updates of public.profiles the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.profiles', array['id'], '(id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.profiles', '(id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.profiles', 'true') else 'refused by row security' end,
  'authenticated as b0000000-0000-4000-8000-000000000002 gives no row of public.profiles away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.profiles', 'delete from public.profiles'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.profiles', 'delete from public.profiles where false'),
  'authenticated as b0000000-0000-4000-8000-000000000002 deletes of public.profiles the rows of its policies'
);
select is(
  pg_temp.places('service_role', '{"role":"service_role"}', 'public.profiles', 'true'),
  pg_temp.places('postgres', '{"role":"service_role"}', 'public.profiles', 'true'),
  'service_role reads of public.profiles the rows of its policies'
);
select is(
  pg_temp.inserted('service_role', '{"role":"service_role"}', 'public.profiles'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.profiles', 'true'),
  'service_role inserts into public.profiles the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'service_role', '{"role":"service_role"}', 'public.profiles', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.profiles', '(true) is not true'),
  'service_role updates of public.profiles the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'service_role', '{"role":"service_role"}', 'public.profiles', 'delete from public.profiles'),
  pg_temp.spared('postgres', 'postgres', '{"role":"service_role"}', 'public.profiles', 'delete from public.profiles where true'),
  'service_role deletes of public.profiles the rows of its policies'
);

-- public.task_history
select is(
  pg_temp.keep(array['{"role":"anon"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', '{"role":"authenticated"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', '{"role":"service_role"}'], 'public.task_history', '(user_id = ( SELECT auth.uid() AS uid))') > 0,
  true,
  'there are rows of public.task_history to try'
);
select is(
  pg_temp.places('anon', '{"role":"anon"}', 'public.task_history', 'true'),
  pg_temp.places('postgres', '{"role":"anon"}', 'public.task_history', 'false'),
  'anon without a user reads of public.task_history the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"role":"anon"}', 'public.task_history'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.task_history', 'false'),
  'anon without a user inserts into public.task_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"role":"anon"}', 'public.task_history', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.task_history', '(false) is not true'),
  'anon without a user updates of public.task_history the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"role":"anon"}', 'public.task_history', 'delete from public.task_history'),
  pg_temp.spared('postgres', 'postgres', '{"role":"anon"}', 'public.task_history', 'delete from public.task_history where false'),
  'anon without a user deletes of public.task_history the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.task_history', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.task_history', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 reads of public.task_history the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.task_history'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.task_history', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 inserts into public.task_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.task_history', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.task_history', '(false) is not true'),
  'anon as a0000000-0000-4000-8000-000000000001 updates of public.task_history the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.task_history', 'delete from public.task_history'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.task_history', 'delete from public.task_history where false'),
  'anon as a0000000-0000-4000-8000-000000000001 deletes of public.task_history the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.task_history', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.task_history', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 reads of public.task_history the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.task_history'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.task_history', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 inserts into public.task_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.task_history', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.task_history', '(false) is not true'),
  'anon as b0000000-0000-4000-8000-000000000002 updates of public.task_history the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.task_history', 'delete from public.task_history'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.task_history', 'delete from public.task_history where false'),
  'anon as b0000000-0000-4000-8000-000000000002 deletes of public.task_history the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"role":"authenticated"}', 'public.task_history', 'true'),
  pg_temp.places('postgres', '{"role":"authenticated"}', 'public.task_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user reads of public.task_history the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"role":"authenticated"}', 'public.task_history'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.task_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user inserts into public.task_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.task_history', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.task_history', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated without a user updates of public.task_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.task_history', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.task_history', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.task_history', 'true') else 'refused by row security' end,
  'authenticated without a user gives no row of public.task_history away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"role":"authenticated"}', 'public.task_history', 'delete from public.task_history'),
  pg_temp.spared('postgres', 'postgres', '{"role":"authenticated"}', 'public.task_history', 'delete from public.task_history where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user deletes of public.task_history the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.task_history', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.task_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 reads of public.task_history the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.task_history'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.task_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 inserts into public.task_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.task_history', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.task_history', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as a0000000-0000-4000-8000-000000000001 updates of public.task_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.task_history', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.task_history', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.task_history', 'true') else 'refused by row security' end,
  'authenticated as a0000000-0000-4000-8000-000000000001 gives no row of public.task_history away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.task_history', 'delete from public.task_history'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.task_history', 'delete from public.task_history where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 deletes of public.task_history the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.task_history', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.task_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 reads of public.task_history the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.task_history'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.task_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 inserts into public.task_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.task_history', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.task_history', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as b0000000-0000-4000-8000-000000000002 updates of public.task_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.task_history', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.task_history', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.task_history', 'true') else 'refused by row security' end,
  'authenticated as b0000000-0000-4000-8000-000000000002 gives no row of public.task_history away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.task_history', 'delete from public.task_history'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.task_history', 'delete from public.task_history where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 deletes of public.task_history the rows of its policies'
);
select is(
  pg_temp.places('service_role', '{"role":"service_role"}', 'public.task_history', 'true'),
  pg_temp.places('postgres', '{"role":"service_role"}', 'public.task_history', 'true'),
  'service_role reads of public.task_history the rows of its policies'
);
select is(
  pg_temp.inserted('service_role', '{"role":"service_role"}', 'public.task_history'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.task_history', 'true'),
  'service_role inserts into public.task_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'service_role', '{"role":"service_role"}', 'public.task_history', array['created_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.task_history', '(true) is not true'),
  'service_role updates of public.task_history the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'service_role', '{"role":"service_role"}', 'public.task_history', 'delete from public.task_history'),
  pg_temp.spared('postgres', 'postgres', '{"role":"service_role"}', 'public.task_history', 'delete from public.task_history where true'),
  'service_role deletes of public.task_history the rows of its policies'
);

-- public.user_tokens
select is(
  pg_temp.keep(array['{"role":"anon"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', '{"role":"authenticated"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', '{"role":"service_role"}'], 'public.user_tokens', '(user_id = ( SELECT auth.uid() AS uid))') > 0,
  true,
  'there are rows of public.user_tokens to try'
);
select is(
  pg_temp.places('anon', '{"role":"anon"}', 'public.user_tokens', 'true'),
  pg_temp.places('postgres', '{"role":"anon"}', 'public.user_tokens', 'false'),
  'anon without a user reads of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"role":"anon"}', 'public.user_tokens'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.user_tokens', 'false'),
  'anon without a user inserts into public.user_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"role":"anon"}', 'public.user_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.user_tokens', '(false) is not true'),
  'anon without a user updates of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"role":"anon"}', 'public.user_tokens', 'delete from public.user_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"role":"anon"}', 'public.user_tokens', 'delete from public.user_tokens where false'),
  'anon without a user deletes of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.user_tokens', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.user_tokens', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 reads of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.user_tokens'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.user_tokens', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 inserts into public.user_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.user_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.user_tokens', '(false) is not true'),
  'anon as a0000000-0000-4000-8000-000000000001 updates of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.user_tokens', 'delete from public.user_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.user_tokens', 'delete from public.user_tokens where false'),
  'anon as a0000000-0000-4000-8000-000000000001 deletes of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.user_tokens', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.user_tokens', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 reads of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.user_tokens'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.user_tokens', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 inserts into public.user_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.user_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.user_tokens', '(false) is not true'),
  'anon as b0000000-0000-4000-8000-000000000002 updates of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.user_tokens', 'delete from public.user_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.user_tokens', 'delete from public.user_tokens where false'),
  'anon as b0000000-0000-4000-8000-000000000002 deletes of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"role":"authenticated"}', 'public.user_tokens', 'true'),
  pg_temp.places('postgres', '{"role":"authenticated"}', 'public.user_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user reads of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"role":"authenticated"}', 'public.user_tokens'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.user_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user inserts into public.user_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.user_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.user_tokens', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated without a user updates of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.user_tokens', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.user_tokens', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.user_tokens', 'true') else 'refused by row security' end,
  'authenticated without a user gives no row of public.user_tokens away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"role":"authenticated"}', 'public.user_tokens', 'delete from public.user_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"role":"authenticated"}', 'public.user_tokens', 'delete from public.user_tokens where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user deletes of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.user_tokens', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.user_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 reads of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.user_tokens'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.user_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 inserts into public.user_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.user_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.user_tokens', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as a0000000-0000-4000-8000-000000000001 updates of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.user_tokens', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.user_tokens', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.user_tokens', 'true') else 'refused by row security' end,
  'authenticated as a0000000-0000-4000-8000-000000000001 gives no row of public.user_tokens away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.user_tokens', 'delete from public.user_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.user_tokens', 'delete from public.user_tokens where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 deletes of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.user_tokens', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.user_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 reads of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.user_tokens'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.user_tokens', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 inserts into public.user_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.user_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.user_tokens', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as b0000000-0000-4000-8000-000000000002 updates of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.user_tokens', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.user_tokens', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.user_tokens', 'true') else 'refused by row security' end,
  'authenticated as b0000000-0000-4000-8000-000000000002 gives no row of public.user_tokens away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.user_tokens', 'delete from public.user_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.user_tokens', 'delete from public.user_tokens where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 deletes of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.places('service_role', '{"role":"service_role"}', 'public.user_tokens', 'true'),
  pg_temp.places('postgres', '{"role":"service_role"}', 'public.user_tokens', 'true'),
  'service_role reads of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.inserted('service_role', '{"role":"service_role"}', 'public.user_tokens'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.user_tokens', 'true'),
  'service_role inserts into public.user_tokens the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'service_role', '{"role":"service_role"}', 'public.user_tokens', array['expires_at'], 'false'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.user_tokens', '(true) is not true'),
  'service_role updates of public.user_tokens the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'service_role', '{"role":"service_role"}', 'public.user_tokens', 'delete from public.user_tokens'),
  pg_temp.spared('postgres', 'postgres', '{"role":"service_role"}', 'public.user_tokens', 'delete from public.user_tokens where true'),
  'service_role deletes of public.user_tokens the rows of its policies'
);

-- public.workflow_history
select is(
  pg_temp.keep(array['{"role":"anon"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', '{"role":"authenticated"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', '{"role":"service_role"}'], 'public.workflow_history', '(user_id = ( SELECT auth.uid() AS uid))') > 0,
  true,
  'there are rows of public.workflow_history to try'
);
select is(
  pg_temp.places('anon', '{"role":"anon"}', 'public.workflow_history', 'true'),
  pg_temp.places('postgres', '{"role":"anon"}', 'public.workflow_history', 'false'),
  'anon without a user reads of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"role":"anon"}', 'public.workflow_history'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.workflow_history', 'false'),
  'anon without a user inserts into public.workflow_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"role":"anon"}', 'public.workflow_history', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.workflow_history', '(false) is not true'),
  'anon without a user updates of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"role":"anon"}', 'public.workflow_history', 'delete from public.workflow_history'),
  pg_temp.spared('postgres', 'postgres', '{"role":"anon"}', 'public.workflow_history', 'delete from public.workflow_history where false'),
  'anon without a user deletes of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflow_history', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflow_history', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 reads of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflow_history'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflow_history', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 inserts into public.workflow_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflow_history', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflow_history', '(false) is not true'),
  'anon as a0000000-0000-4000-8000-000000000001 updates of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflow_history', 'delete from public.workflow_history'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflow_history', 'delete from public.workflow_history where false'),
  'anon as a0000000-0000-4000-8000-000000000001 deletes of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflow_history', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflow_history', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 reads of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflow_history'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflow_history', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 inserts into public.workflow_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflow_history', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflow_history', '(false) is not true'),
  'anon as b0000000-0000-4000-8000-000000000002 updates of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflow_history', 'delete from public.workflow_history'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflow_history', 'delete from public.workflow_history where false'),
  'anon as b0000000-0000-4000-8000-000000000002 deletes of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"role":"authenticated"}', 'public.workflow_history', 'true'),
  pg_temp.places('postgres', '{"role":"authenticated"}', 'public.workflow_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user reads of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"role":"authenticated"}', 'public.workflow_history'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.workflow_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user inserts into public.workflow_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.workflow_history', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.workflow_history', '(false) is not true'),
  'authenticated without a user updates of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"role":"authenticated"}', 'public.workflow_history', 'delete from public.workflow_history'),
  pg_temp.spared('postgres', 'postgres', '{"role":"authenticated"}', 'public.workflow_history', 'delete from public.workflow_history where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user deletes of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflow_history', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflow_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 reads of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflow_history'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflow_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 inserts into public.workflow_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflow_history', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflow_history', '(false) is not true'),
  'authenticated as a0000000-0000-4000-8000-000000000001 updates of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflow_history', 'delete from public.workflow_history'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflow_history', 'delete from public.workflow_history where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 deletes of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflow_history', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflow_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 reads of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflow_history'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflow_history', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 inserts into public.workflow_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflow_history', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflow_history', '(false) is not true'),
  'authenticated as b0000000-0000-4000-8000-000000000002 updates of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflow_history', 'delete from public.workflow_history'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflow_history', 'delete from public.workflow_history where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 deletes of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.places('service_role', '{"role":"service_role"}', 'public.workflow_history', 'true'),
  pg_temp.places('postgres', '{"role":"service_role"}', 'public.workflow_history', 'true'),
  'service_role reads of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.inserted('service_role', '{"role":"service_role"}', 'public.workflow_history'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.workflow_history', 'true'),
  'service_role inserts into public.workflow_history the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'service_role', '{"role":"service_role"}', 'public.workflow_history', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.workflow_history', '(true) is not true'),
  'service_role updates of public.workflow_history the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'service_role', '{"role":"service_role"}', 'public.workflow_history', 'delete from public.workflow_history'),
  pg_temp.spared('postgres', 'postgres', '{"role":"service_role"}', 'public.workflow_history', 'delete from public.workflow_history where true'),
  'service_role deletes of public.workflow_history the rows of its policies'
);

-- public.workflows
select is(
  pg_temp.keep(array['{"role":"anon"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', '{"role":"authenticated"}', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', '{"role":"service_role"}'], 'public.workflows', '(user_id = ( SELECT auth.uid() AS uid))') > 0,
  true,
  'there are rows of public.workflows to try'
);
select is(
  pg_temp.places('anon', '{"role":"anon"}', 'public.workflows', 'true'),
  pg_temp.places('postgres', '{"role":"anon"}', 'public.workflows', 'false'),
  'anon without a user reads of public.workflows the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"role":"anon"}', 'public.workflows'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.workflows', 'false'),
  'anon without a user inserts into public.workflows the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"role":"anon"}', 'public.workflows', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"role":"anon"}', 'public.workflows', '(false) is not true'),
  'anon without a user updates of public.workflows the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"role":"anon"}', 'public.workflows', 'delete from public.workflows'),
  pg_temp.spared('postgres', 'postgres', '{"role":"anon"}', 'public.workflows', 'delete from public.workflows where false'),
  'anon without a user deletes of public.workflows the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflows', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflows', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 reads of public.workflows the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflows'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflows', 'false'),
  'anon as a0000000-0000-4000-8000-000000000001 inserts into public.workflows the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflows', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflows', '(false) is not true'),
  'anon as a0000000-0000-4000-8000-000000000001 updates of public.workflows the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflows', 'delete from public.workflows'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"anon"}', 'public.workflows', 'delete from public.workflows where false'),
  'anon as a0000000-0000-4000-8000-000000000001 deletes of public.workflows the rows of its policies'
);
select is(
  pg_temp.places('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflows', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflows', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 reads of public.workflows the rows of its policies'
);
select is(
  pg_temp.inserted('anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflows'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflows', 'false'),
  'anon as b0000000-0000-4000-8000-000000000002 inserts into public.workflows the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflows', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflows', '(false) is not true'),
  'anon as b0000000-0000-4000-8000-000000000002 updates of public.workflows the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'anon', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflows', 'delete from public.workflows'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"anon"}', 'public.workflows', 'delete from public.workflows where false'),
  'anon as b0000000-0000-4000-8000-000000000002 deletes of public.workflows the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"role":"authenticated"}', 'public.workflows', 'true'),
  pg_temp.places('postgres', '{"role":"authenticated"}', 'public.workflows', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user reads of public.workflows the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"role":"authenticated"}', 'public.workflows'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.workflows', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user inserts into public.workflows the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.workflows', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.workflows', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated without a user updates of public.workflows the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"role":"authenticated"}', 'public.workflows', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.workflows', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"role":"authenticated"}', 'public.workflows', 'true') else 'refused by row security' end,
  'authenticated without a user gives no row of public.workflows away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"role":"authenticated"}', 'public.workflows', 'delete from public.workflows'),
  pg_temp.spared('postgres', 'postgres', '{"role":"authenticated"}', 'public.workflows', 'delete from public.workflows where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated without a user deletes of public.workflows the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflows', 'true'),
  pg_temp.places('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflows', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 reads of public.workflows the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflows'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflows', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 inserts into public.workflows the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflows', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflows', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as a0000000-0000-4000-8000-000000000001 updates of public.workflows the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflows', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflows', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflows', 'true') else 'refused by row security' end,
  'authenticated as a0000000-0000-4000-8000-000000000001 gives no row of public.workflows away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflows', 'delete from public.workflows'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}', 'public.workflows', 'delete from public.workflows where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as a0000000-0000-4000-8000-000000000001 deletes of public.workflows the rows of its policies'
);
select is(
  pg_temp.places('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflows', 'true'),
  pg_temp.places('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflows', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 reads of public.workflows the rows of its policies'
);
select is(
  pg_temp.inserted('authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflows'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflows', '(user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 inserts into public.workflows the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflows', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflows', '((user_id = ( SELECT auth.uid() AS uid))) is not true'),
  'authenticated as b0000000-0000-4000-8000-000000000002 updates of public.workflows the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflows', array['user_id'], '(user_id = ( SELECT auth.uid() AS uid))'),
  case pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflows', '(user_id = ( SELECT auth.uid() AS uid))') when '' then pg_temp.numbers('postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflows', 'true') else 'refused by row security' end,
  'authenticated as b0000000-0000-4000-8000-000000000002 gives no row of public.workflows away'
);
select is(
  pg_temp.spared('postgres', 'authenticated', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflows', 'delete from public.workflows'),
  pg_temp.spared('postgres', 'postgres', '{"sub":"b0000000-0000-4000-8000-000000000002","role":"authenticated"}', 'public.workflows', 'delete from public.workflows where (user_id = ( SELECT auth.uid() AS uid))'),
  'authenticated as b0000000-0000-4000-8000-000000000002 deletes of public.workflows the rows of its policies'
);
select is(
  pg_temp.places('service_role', '{"role":"service_role"}', 'public.workflows', 'true'),
  pg_temp.places('postgres', '{"role":"service_role"}', 'public.workflows', 'true'),
  'service_role reads of public.workflows the rows of its policies'
);
select is(
  pg_temp.inserted('service_role', '{"role":"service_role"}', 'public.workflows'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.workflows', 'true'),
  'service_role inserts into public.workflows the rows of its policies'
);
select is(
  pg_temp.updated('postgres', 'service_role', '{"role":"service_role"}', 'public.workflows', array['status'], 'false'),
  pg_temp.numbers('postgres', '{"role":"service_role"}', 'public.workflows', '(true) is not true'),
  'service_role updates of public.workflows the rows of its policies'
);
select is(
  pg_temp.spared('postgres', 'service_role', '{"role":"service_role"}', 'public.workflows', 'delete from public.workflows'),
  pg_temp.spared('postgres', 'postgres', '{"role":"service_role"}', 'public.workflows', 'delete from public.workflows where true'),
  'service_role deletes of public.workflows the rows of its policies'
);

select * from finish();

rollback;

