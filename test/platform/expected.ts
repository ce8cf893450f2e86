import type { DefaultPrivileges } from '../../src/workbench/load/content.ts'
import type { Column, DefaultPrivilege, Membership, Platform, Role, Schema } from './read.ts'

/** What `readPlatform` is to find on a server of that `server_version_num`, in that mode. */
export function expectedPlatform(serverVersion: number, mode: DefaultPrivileges): Platform {
  return {
    roles,
    memberships: membershipsOf(serverVersion),
    schemas,
    users: {
      owner: 'supabase_auth_admin',
      rowSecurity: true,
      policies: 0,
      rights: ['postgres: delete, insert, references, select*, trigger, update'],
      columns,
      constraints: [
        {
          name: 'users_email_change_confirm_status_check',
          definition:
            'CHECK (((email_change_confirm_status >= 0) AND (email_change_confirm_status <= 2)))',
        },
        { name: 'users_phone_key', definition: 'UNIQUE (phone)' },
        { name: 'users_pkey', definition: 'PRIMARY KEY (id)' },
      ],
      emailIndex:
        'CREATE UNIQUE INDEX users_email_partial_key ON auth.users USING btree (email) WHERE (is_sso_user = false)',
    },
    messages: {
      owner: 'supabase_realtime_admin',
      rowSecurity: true,
      policies: 0,
      rights: [
        'anon: insert, select, update',
        'authenticated: insert, select, update',
        `postgres: delete, insert, ${serverVersion >= 170000 ? 'maintain, ' : ''}references, select, trigger, truncate, update`,
        'service_role: insert, select, update',
      ],
      columns: messageColumns,
      key: 'PRIMARY KEY (id, inserted_at)',
      partitionedBy: 'RANGE (inserted_at)',
    },
    functions: [
      { name: 'auth.email()', result: 'text', ...claim },
      { name: 'auth.jwt()', result: 'jsonb', ...claim },
      { name: 'auth.role()', result: 'text', ...claim },
      { name: 'auth.uid()', result: 'uuid', ...claim },
      {
        name: 'realtime.broadcast_changes(topic_name text, event_name text, operation text, table_name text, table_schema text, new record, old record, level text)',
        ...sending,
      },
      {
        name: 'realtime.send(payload jsonb, event text, topic text, private boolean)',
        ...sending,
      },
      { name: 'realtime.topic()', result: 'text', ...claim, owner: 'supabase_realtime_admin' },
    ],
    publication: {
      owner: 'postgres',
      allTables: false,
      insert: true,
      update: true,
      delete: true,
      truncate: true,
    },
    defaultPrivileges: defaultPrivilegesOf(serverVersion, mode),
  }
}

const claim = {
  language: 'sql',
  volatility: 'stable',
  definer: false,
  settings: null,
  owner: 'supabase_auth_admin',
  everybody: true,
}

const sending = {
  ...claim,
  result: 'void',
  language: 'plpgsql',
  volatility: 'volatile',
  owner: 'supabase_admin',
}

const roles: readonly Role[] = [
  role('supabase_admin', 'superuser', ['search_path="$user", public, auth, extensions']),
  role('postgres', 'login inherit createdb createrole replication bypassrls', [
    'search_path="$user", public, extensions',
  ]),
  role('anon', 'inherit', ['statement_timeout=3s']),
  role('authenticated', 'inherit', ['statement_timeout=8s']),
  role('service_role', 'inherit bypassrls'),
  role('authenticator', 'login', ['lock_timeout=8s', 'statement_timeout=8s']),
  role('supabase_auth_admin', 'login', [
    'idle_in_transaction_session_timeout=60000',
    'search_path=auth',
  ]),
  role('supabase_storage_admin', 'login createrole', ['search_path=storage']),
  role('supabase_functions_admin', 'login createrole', ['search_path=supabase_functions']),
  role('supabase_realtime_admin', 'login replication', ['search_path=realtime']),
  role('supabase_replication_admin', 'login inherit replication'),
  role('supabase_etl_admin', 'login inherit replication'),
  role('supabase_read_only_user', 'login inherit bypassrls'),
  role('dashboard_user', 'inherit createdb createrole replication'),
  role('pgbouncer', 'login inherit'),
]

function role(name: string, attributes: string, settings: readonly string[] = []): Role {
  return { name, attributes: attributes.split(' '), settings }
}

function membershipsOf(serverVersion: number): readonly Membership[] {
  const hasOptions = serverVersion >= 160000
  const api = ['anon', 'authenticated', 'service_role']
  const own = ['anon', 'authenticated', 'authenticator', 'service_role']
  const builtIn = ['pg_monitor', 'pg_read_all_data', 'pg_signal_backend']
  const roleNames = [...own, ...builtIn, ...(hasOptions ? ['pg_create_subscription'] : [])]
  return [
    ...api.map((name) => ({ role: name, member: 'authenticator', admin: false })),
    ...roleNames
      .toSorted()
      .map((name) => ({ role: name, member: 'postgres', admin: hasOptions && own.includes(name) })),
  ]
}

const apiUses = ['anon: usage', 'authenticated: usage']

const schemas: readonly Schema[] = [
  {
    name: 'auth',
    owner: 'supabase_admin',
    rights: [
      ...apiUses,
      'postgres: usage',
      'service_role: usage',
      'supabase_auth_admin: create, usage',
    ],
  },
  { name: 'extensions', owner: 'postgres', rights: [...apiUses, 'service_role: usage'] },
  {
    name: 'graphql_public',
    owner: 'supabase_admin',
    rights: [...apiUses, 'postgres: usage', 'service_role: usage'],
  },
  {
    name: 'public',
    owner: 'pg_database_owner',
    rights: [...apiUses, 'postgres: usage', 'public: usage', 'service_role: usage'],
  },
  {
    name: 'realtime',
    owner: 'supabase_admin',
    rights: [...apiUses, 'postgres: usage', 'service_role: usage'],
  },
  {
    name: 'storage',
    owner: 'supabase_admin',
    rights: [...apiUses, 'postgres: usage*', 'service_role: usage'],
  },
  {
    name: 'vault',
    owner: 'supabase_admin',
    rights: ['postgres: usage*', 'service_role: usage'],
  },
]

const word = 'character varying(255)'
const time = 'timestamp with time zone'

const columns: readonly Column[] = [
  column('instance_id', 'uuid'),
  { ...column('id', 'uuid'), nullable: false },
  column('aud', word),
  column('role', word),
  column('email', word),
  column('encrypted_password', word),
  column('email_confirmed_at', time),
  column('invited_at', time),
  column('confirmation_token', word),
  column('confirmation_sent_at', time),
  column('recovery_token', word),
  column('recovery_sent_at', time),
  column('email_change_token_new', word),
  column('email_change', word),
  column('email_change_sent_at', time),
  column('last_sign_in_at', time),
  column('raw_app_meta_data', 'jsonb'),
  column('raw_user_meta_data', 'jsonb'),
  column('is_super_admin', 'boolean'),
  column('created_at', time),
  column('updated_at', time),
  column('phone', 'text'),
  column('phone_confirmed_at', time),
  column('phone_change', 'text', "''"),
  column('phone_change_token', word, "''"),
  column('phone_change_sent_at', time),
  column('confirmed_at', time, 'LEAST(email_confirmed_at, phone_confirmed_at)'),
  column('email_change_token_current', word, "''"),
  column('email_change_confirm_status', 'smallint', '0'),
  column('banned_until', time),
  column('reauthentication_token', word, "''"),
  column('reauthentication_sent_at', time),
  { ...column('is_sso_user', 'boolean', 'false'), nullable: false },
  column('deleted_at', time),
  { ...column('is_anonymous', 'boolean', 'false'), nullable: false },
]

const localTime = 'timestamp without time zone'

const messageColumns: readonly Column[] = [
  { ...column('topic', 'text'), nullable: false },
  { ...column('extension', 'text'), nullable: false },
  column('payload', 'jsonb'),
  column('event', 'text'),
  column('private', 'boolean', 'false'),
  { ...column('updated_at', localTime, 'now()'), nullable: false },
  { ...column('inserted_at', localTime, 'now()'), nullable: false },
  { ...column('id', 'uuid', 'gen_random_uuid()'), nullable: false },
]

function column(name: string, type: string, expression: string | null = null): Column {
  return { name, type, nullable: true, expression }
}

/** Version 17 brought `maintain`. An access list of postgres leaves out what postgres holds as the owner. */
function defaultPrivilegesOf(
  serverVersion: number,
  mode: DefaultPrivileges,
): readonly DefaultPrivilege[] {
  const maintain = serverVersion >= 170000 ? 'maintain, ' : ''
  const allTables = `delete, insert, ${maintain}references, select, trigger, truncate, update`
  const all = { functions: 'execute', sequences: 'select, update, usage', tables: allTables }
  const left = {
    functions: '',
    sequences: 'update',
    tables: `${maintain}references, trigger, truncate`,
  }
  const ofPostgres = mode === 'today' ? left : all
  const api = ['anon', 'authenticated', 'service_role']
  const toAll = ['anon', 'authenticated', 'postgres', 'service_role']
  return [...entriesOf('postgres', api, ofPostgres), ...entriesOf('supabase_admin', toAll, all)]
}

function entriesOf(
  maker: string,
  grantees: readonly string[],
  rights: Readonly<Record<string, string>>,
): DefaultPrivilege[] {
  return Object.entries(rights).map(([objects, right]) => ({
    maker,
    objects,
    rights: right === '' ? [] : grantees.map((grantee) => `${grantee}: ${right}`),
  }))
}
