import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

/** The columns of each table in order: name, type, `nn` where NULL is refused, and where the value comes from. */
const columns: Readonly<Record<string, readonly string[]>> = {
  'private.encryption_keys': [
    'version integer nn',
    'fingerprint text nn',
    'created_at timestamptz nn = now()',
    'retired_at timestamptz',
  ],
  'public.documents_generated': [
    'id uuid nn = gen_random_uuid()',
    'user_id uuid nn',
    'task_id text nn',
    'document_type text nn',
    'google_id text',
    'title text',
    'url text',
    'created_at timestamptz nn = clock_timestamp()',
  ],
  'public.execution_logs': [
    'id uuid nn = gen_random_uuid()',
    'user_id uuid nn',
    'task_id text nn',
    'step_id text',
    'agent_type text nn',
    'message text nn',
    "log_level text nn = 'info'",
    'metadata jsonb',
    'created_at timestamptz nn = clock_timestamp()',
    'seq bigint nn identity',
  ],
  'public.oauth_tokens': [
    'id uuid nn = gen_random_uuid()',
    'user_id uuid nn',
    "provider text nn = 'google'",
    'access_token token_ciphertext nn',
    'refresh_token token_ciphertext',
    "token_type text nn = 'Bearer'",
    'expires_at timestamptz',
    "scopes text[] nn = '{}'",
    'key_version integer nn generated',
    'refresh_key_version integer generated',
    'created_at timestamptz nn = now()',
    'updated_at timestamptz nn = now()',
  ],
  'public.profiles': [
    'id uuid nn',
    'email text',
    'full_name text',
    'avatar_url text',
    'preferences jsonb nn =',
    'created_at timestamptz nn = now()',
    'updated_at timestamptz nn = now()',
    'google_access_token token_ciphertext',
    'google_refresh_token token_ciphertext',
    'google_token_expires_at timestamptz',
    'google_scopes text[]',
    'google_key_version integer generated',
    'google_refresh_key_version integer generated',
  ],
  'public.task_history': [
    'id uuid nn = gen_random_uuid()',
    'user_id uuid nn',
    'task_id text nn',
    'title text nn',
    'status text nn',
    'input_prompt text nn',
    'output_summary text',
    'outputs jsonb',
    "google_services text[] nn = '{}'",
    'duration_ms integer',
    'rerun_of uuid',
    'created_at timestamptz nn = now()',
    'started_at timestamptz',
    'completed_at timestamptz',
    'updated_at timestamptz nn = now()',
  ],
  'public.user_tokens': [
    'id uuid nn = gen_random_uuid()',
    'user_id uuid nn',
    "provider text nn = 'google'",
    'access_token token_ciphertext nn',
    'refresh_token token_ciphertext',
    'expires_at timestamptz nn',
    "scopes text[] nn = '{}'",
    'key_version integer nn generated',
    'refresh_key_version integer generated',
    'created_at timestamptz nn = now()',
    'updated_at timestamptz nn = now()',
  ],
  'public.workflow_history': [
    'id uuid nn = gen_random_uuid()',
    'user_id uuid nn',
    'workflow_id uuid nn',
    'command text nn',
    'status workflow_status nn',
    'executed_at timestamptz nn = now()',
    'created_at timestamptz nn = now()',
  ],
  'public.workflows': [
    'id uuid nn = gen_random_uuid()',
    'user_id uuid nn',
    'command text nn',
    "status workflow_status nn = 'planning'",
    "steps jsonb nn = '[]'",
    "results jsonb nn = '[]'",
    'error text',
    'start_time timestamptz nn = now()',
    'end_time timestamptz',
    'created_at timestamptz nn = now()',
    'updated_at timestamptz nn = now()',
  ],
}

/** Every index, by its name: an index costs each write, so none is there without a query that needs it. */
const indexes: Readonly<Record<string, string>> = {
  documents_generated_pkey: 'unique btree (id)',
  documents_generated_user_id_created_at_id_idx: 'btree (user_id, created_at DESC, id DESC)',
  documents_generated_user_id_document_type_created_at_id_idx:
    'btree (user_id, document_type, created_at DESC, id DESC)',
  documents_generated_user_id_task_id_created_at_id_idx: 'btree (user_id, task_id, created_at, id)',
  encryption_keys_fingerprint_key: 'unique btree (fingerprint)',
  encryption_keys_pkey: 'unique btree (version)',
  execution_logs_created_at_idx: 'brin (created_at)',
  execution_logs_pkey: 'unique btree (id)',
  execution_logs_user_id_created_at_seq_idx: 'btree (user_id, created_at DESC, seq DESC)',
  execution_logs_user_id_task_id_seq_idx: 'btree (user_id, task_id, seq)',
  oauth_tokens_key_version_idx: 'btree (key_version)',
  oauth_tokens_pkey: 'unique btree (id)',
  oauth_tokens_refresh_key_version_idx: 'btree (refresh_key_version)',
  oauth_tokens_user_id_provider_key: 'unique btree (user_id, provider)',
  profiles_pkey: 'unique btree (id)',
  task_history_pkey: 'unique btree (id)',
  task_history_user_id_created_at_id_idx: 'btree (user_id, created_at DESC, id DESC)',
  task_history_user_id_id_key: 'unique btree (user_id, id)',
  task_history_user_id_rerun_of_idx: 'btree (user_id, rerun_of) WHERE (rerun_of IS NOT NULL)',
  task_history_user_id_task_id_key: 'unique btree (user_id, task_id)',
  user_tokens_expires_at_idx: 'btree (expires_at)',
  user_tokens_key_version_idx: 'btree (key_version)',
  user_tokens_pkey: 'unique btree (id)',
  user_tokens_refresh_key_version_idx: 'btree (refresh_key_version)',
  user_tokens_user_id_provider_key: 'unique btree (user_id, provider)',
  workflow_history_pkey: 'unique btree (id)',
  workflow_history_user_id_executed_at_id_idx: 'btree (user_id, executed_at DESC, id DESC)',
  workflow_history_user_id_workflow_id_idx: 'btree (user_id, workflow_id)',
  workflows_pkey: 'unique btree (id)',
  workflows_user_id_created_at_id_idx: 'btree (user_id, created_at DESC, id DESC)',
  workflows_user_id_id_key: 'unique btree (user_id, id)',
}

/** Every foreign key, by its name. */
const references: Readonly<Record<string, string>> = {
  documents_generated_user_id_fkey: '(user_id) auth.users(id) ON DELETE CASCADE',
  documents_generated_user_id_task_id_fkey:
    '(user_id, task_id) public.task_history(user_id, task_id) ON UPDATE CASCADE ON DELETE CASCADE',
  execution_logs_user_id_fkey: '(user_id) auth.users(id) ON DELETE CASCADE',
  oauth_tokens_key_version_fkey: '(key_version) private.encryption_keys(version)',
  oauth_tokens_refresh_key_version_fkey: '(refresh_key_version) private.encryption_keys(version)',
  oauth_tokens_user_id_fkey: '(user_id) public.profiles(id) ON DELETE CASCADE',
  profiles_google_key_version_fkey: '(google_key_version) private.encryption_keys(version)',
  profiles_google_refresh_key_version_fkey:
    '(google_refresh_key_version) private.encryption_keys(version)',
  profiles_id_fkey: '(id) auth.users(id) ON DELETE CASCADE',
  task_history_user_id_fkey: '(user_id) auth.users(id) ON DELETE CASCADE',
  task_history_user_id_rerun_of_fkey:
    '(user_id, rerun_of) public.task_history(user_id, id) ON DELETE SET NULL (rerun_of)',
  user_tokens_key_version_fkey: '(key_version) private.encryption_keys(version)',
  user_tokens_refresh_key_version_fkey: '(refresh_key_version) private.encryption_keys(version)',
  user_tokens_user_id_fkey: '(user_id) auth.users(id) ON DELETE CASCADE',
  workflow_history_user_id_fkey: '(user_id) public.profiles(id) ON DELETE CASCADE',
  workflow_history_user_id_workflow_id_fkey:
    '(user_id, workflow_id) public.workflows(user_id, id) ON DELETE CASCADE',
  workflows_user_id_fkey: '(user_id) public.profiles(id) ON DELETE CASCADE',
}

describe('the tables', () => {
  test('are nine, with these columns in this order', async () => {
    const found = await db.query(sql`
      select
        c.relnamespace::regnamespace || '.' || c.relname as table,
        pg_catalog.array_agg(
          pg_catalog.concat_ws(
            ' ',
            a.attname,
            pg_catalog.format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then 'nn' end,
            case when a.attidentity = 'a' then 'identity' when a.attgenerated = 's' then 'generated' end,
            case when a.attgenerated = '' then '= ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) end
          )
          order by a.attnum
        ) as columns
      from pg_catalog.pg_class as c
      join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_catalog.pg_attrdef as d on d.adrelid = c.oid and d.adnum = a.attnum
      where
        c.relkind in ('r', 'p', 'v', 'm', 'f')
        and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
      group by c.oid
    `)
    const readable = found.map(({ table, columns: list }) => [
      table,
      Array.isArray(list) ? list.map(shortened) : list,
    ])
    expect(Object.fromEntries(readable)).toEqual(columns)
  })

  test('have these indexes and no more', async () => {
    const found = await db.query(sql`
      select
        c.relname as name,
        case when i.indisunique then 'unique ' else '' end
          || pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(c.oid), '^.* USING ', '') as definition
      from pg_catalog.pg_index as i
      join pg_catalog.pg_class as c on c.oid = i.indexrelid
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
    `)
    expect(Object.fromEntries(found.map(({ name, definition }) => [name, definition]))).toEqual(
      indexes,
    )
  })

  test('refer to each other and to the accounts so', async () => {
    // With an empty path every name is told with its schema.
    const found = await db.owner.tx(async (tx) => {
      await tx.query(sql`set local search_path = ''`)
      return tx.query(sql`
        select
          k.conname as name,
          pg_catalog.replace(
            pg_catalog.replace(pg_catalog.pg_get_constraintdef(k.oid), 'FOREIGN KEY ', ''), 'REFERENCES ', ''
          ) as definition
        from pg_catalog.pg_constraint as k
        where k.contype = 'f' and k.connamespace in ('public'::regnamespace, 'private'::regnamespace)
      `)
    })
    expect(Object.fromEntries(found.map(({ name, definition }) => [name, definition]))).toEqual(
      references,
    )
  })

  test('all have row security, and only two are in the publication of Realtime', async () => {
    expect(
      await db.query(sql`
        select c.oid::regclass::text as table
        from pg_catalog.pg_class as c
        where
          c.relkind = 'r'
          and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
          and not c.relrowsecurity
      `),
    ).toEqual([])
    expect(
      await db.query(sql`
        select schemaname as schema, tablename as table, c.relreplident as identity
        from pg_catalog.pg_publication_tables as p
        join pg_catalog.pg_class as c on c.relname = p.tablename and c.relnamespace = p.schemaname::regnamespace
        where pubname = 'supabase_realtime'
        order by "table"
      `),
    ).toEqual([
      { schema: 'public', table: 'execution_logs', identity: 'd' },
      { schema: 'public', table: 'task_history', identity: 'd' },
    ])
  })

  test('and their columns say what they are for', async () => {
    expect(
      await db.query(sql`
        select c.oid::regclass::text as table, a.attname as column
        from pg_catalog.pg_class as c
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum >= 0 and not a.attisdropped
        where
          c.relkind = 'r'
          and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
          and coalesce(pg_catalog.col_description(c.oid, a.attnum), '') = ''
      `),
    ).toEqual([])
    expect(
      await db.query(sql`
        select c.oid::regclass::text as table
        from pg_catalog.pg_class as c
        where
          c.relkind = 'r'
          and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
          and coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), '') = ''
      `),
    ).toEqual([])
  })
})

/** The catalogue's words in the shorter form above; what the preferences are stands in the tests of defaults. */
function shortened(text: unknown): string {
  return String(text)
    .replaceAll('timestamp with time zone', 'timestamptz')
    .replaceAll(/'::[a-z_.]+(\[\])?/g, "'")
    .replaceAll('public.', '')
    .replace(/^(preferences jsonb nn =).*/s, '$1')
}
