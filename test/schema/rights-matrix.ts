/** Columns that a command may name: all of them by a grant on the table, or those of a list by column grants. */
type Scope = 'all' | readonly string[]

/** What a role may do with the rows of a table. */
export interface TableRights {
  readonly select: Scope
  readonly insert: Scope
  readonly update: Scope
  readonly delete: boolean
}

/** A table, its columns in order, and what each role may do with it; a role that is absent may do nothing. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly rights: Readonly<Partial<Record<Role, TableRights>>>
}

/** A function and who may call it. No two functions have one name, so the name alone tells it. */
export interface Routine {
  readonly name: string
  readonly callers: readonly Role[]
}

/** PUBLIC stands for everybody who has no rights of his own. */
export type Role = 'PUBLIC' | 'anon' | 'authenticated' | 'service_role'

export const roles: readonly Role[] = ['PUBLIC', 'anon', 'authenticated', 'service_role']

const none: Scope = []
const everything: TableRights = { select: 'all', insert: 'all', update: 'all', delete: true }

/** Every table. Nobody but the owner truncates, references, puts triggers on or maintains any of them. */
export const tables: readonly Table[] = [
  {
    name: 'public.profiles',
    columns: [
      'id',
      'email',
      'full_name',
      'avatar_url',
      'preferences',
      'created_at',
      'updated_at',
      'google_access_token',
      'google_refresh_token',
      'google_token_expires_at',
      'google_scopes',
      'google_key_version',
      'google_refresh_key_version',
    ],
    rights: {
      // The tokens and their key versions are for the server alone; the e-mail follows auth.users; an account is
      // deleted by Supabase Auth.
      authenticated: {
        select: [
          'id',
          'email',
          'full_name',
          'avatar_url',
          'preferences',
          'created_at',
          'updated_at',
          'google_token_expires_at',
          'google_scopes',
        ],
        insert: ['id', 'full_name', 'avatar_url', 'preferences'],
        update: ['full_name', 'avatar_url', 'preferences'],
        delete: false,
      },
      service_role: everything,
    },
  },
  {
    name: 'public.workflows',
    columns: [
      'id',
      'user_id',
      'command',
      'status',
      'steps',
      'results',
      'error',
      'start_time',
      'end_time',
      'created_at',
      'updated_at',
    ],
    rights: {
      authenticated: {
        select: 'all',
        insert: [
          'id',
          'user_id',
          'command',
          'status',
          'steps',
          'results',
          'error',
          'start_time',
          'end_time',
        ],
        update: ['command', 'status', 'steps', 'results', 'error', 'end_time'],
        delete: true,
      },
      service_role: everything,
    },
  },
  {
    name: 'public.workflow_history',
    columns: ['id', 'user_id', 'workflow_id', 'command', 'status', 'executed_at', 'created_at'],
    rights: {
      authenticated: {
        select: 'all',
        insert: ['id', 'user_id', 'workflow_id', 'command', 'status', 'executed_at'],
        update: none,
        delete: true,
      },
      service_role: everything,
    },
  },
  {
    name: 'public.oauth_tokens',
    columns: [
      'id',
      'user_id',
      'provider',
      'access_token',
      'refresh_token',
      'token_type',
      'expires_at',
      'scopes',
      'key_version',
      'refresh_key_version',
      'created_at',
      'updated_at',
    ],
    // Nothing for the browser, not even ciphertext; the policies stand as a second line.
    rights: { service_role: everything },
  },
  {
    name: 'public.user_tokens',
    columns: [
      'id',
      'user_id',
      'provider',
      'access_token',
      'refresh_token',
      'expires_at',
      'scopes',
      'key_version',
      'refresh_key_version',
      'created_at',
      'updated_at',
    ],
    rights: { service_role: everything },
  },
  {
    name: 'public.execution_logs',
    columns: [
      'id',
      'user_id',
      'task_id',
      'step_id',
      'agent_type',
      'message',
      'log_level',
      'metadata',
      'created_at',
      'seq',
    ],
    rights: {
      // What was logged stays as it is; when and in which order is not for the client to say.
      authenticated: {
        select: 'all',
        insert: [
          'id',
          'user_id',
          'task_id',
          'step_id',
          'agent_type',
          'message',
          'log_level',
          'metadata',
        ],
        update: none,
        delete: true,
      },
      service_role: everything,
    },
  },
  {
    name: 'public.task_history',
    columns: [
      'id',
      'user_id',
      'task_id',
      'title',
      'status',
      'input_prompt',
      'output_summary',
      'outputs',
      'google_services',
      'duration_ms',
      'rerun_of',
      'created_at',
      'started_at',
      'completed_at',
      'updated_at',
    ],
    rights: {
      authenticated: {
        select: 'all',
        insert: [
          'id',
          'user_id',
          'task_id',
          'title',
          'status',
          'input_prompt',
          'output_summary',
          'outputs',
          'google_services',
          'duration_ms',
          'rerun_of',
          'started_at',
          'completed_at',
        ],
        update: [
          'title',
          'status',
          'output_summary',
          'outputs',
          'google_services',
          'duration_ms',
          'started_at',
          'completed_at',
          'rerun_of',
        ],
        delete: true,
      },
      service_role: everything,
    },
  },
  {
    name: 'public.documents_generated',
    columns: [
      'id',
      'user_id',
      'task_id',
      'document_type',
      'google_id',
      'title',
      'url',
      'created_at',
    ],
    rights: {
      authenticated: {
        select: 'all',
        insert: ['id', 'user_id', 'task_id', 'document_type', 'google_id', 'title', 'url'],
        update: ['google_id', 'title', 'url'],
        delete: true,
      },
      service_role: everything,
    },
  },
  {
    name: 'private.encryption_keys',
    columns: ['version', 'fingerprint', 'created_at', 'retired_at'],
    // A key is retired, never deleted.
    rights: { service_role: { select: 'all', insert: 'all', update: 'all', delete: false } },
  },
]

/** Every sequence: nobody needs a right on one, an identity column takes its numbers by itself. */
export const sequences: readonly string[] = ['public.execution_logs_seq_seq']

/** Every type: its usage is PUBLIC's from the start, and it reveals nothing. */
export const types: readonly string[] = ['public.token_ciphertext', 'public.workflow_status']

/** Who may use a schema of ours; nobody but the owner creates in one. */
export const schemas: Readonly<Record<string, readonly Role[]>> = {
  public: roles,
  private: ['authenticated', 'service_role'],
}

/** Every function. */
export const routines: readonly Routine[] = [
  // What hands out or takes in tokens is the server's alone.
  ...callable(['service_role'], 'public', [
    'store_google_oauth_tokens',
    'get_google_oauth_token',
    'upsert_user_tokens',
    'get_user_tokens',
  ]),
  ...callable(['authenticated', 'service_role'], 'public', [
    'delete_google_oauth_tokens',
    'get_user_token_status',
    'delete_user_tokens',

    'insert_execution_log',
    'batch_insert_execution_logs',
    'get_execution_logs_by_task',
    'get_execution_logs_filtered',
    'delete_execution_logs_by_task',
    'delete_old_execution_logs',

    'insert_task_history',
    'update_task_history_status',
    'get_task_history_filtered',
    'get_recent_task_history',
    'get_task_history_by_id',
    'delete_task_history',
    'get_task_statistics',

    'insert_generated_document',
    'batch_insert_generated_documents',
    'get_documents_by_task',
    'get_documents_by_type',
    'get_recent_documents',
    'get_documents_filtered',
    'delete_generated_document',
    'delete_documents_by_task',
    'get_document_statistics',

    'storage_of_user',
  ]),
  ...callable(['authenticated', 'service_role'], 'private', [
    'assert_acting_for',
    'delete_google_oauth_tokens',
    'delete_user_tokens',
    'get_user_token_status',
    // A trigger makes PostgreSQL recompute generated columns as whoever changes the row.
    'key_version_of',
    // Helpers of functions that run as their caller.
    'assert_given',
    'assert_provider',
    'assert_scopes',
    'batch_length',
    'days_ago',
    'page_limit',
    'page_offset',
    'refuse_row',
  ]),
  ...callable([], 'private', [
    'check_token_keys',
    'first_bytes',
    'handle_new_user',
    'handle_user_email_change',
    'purge_execution_logs',
    'set_updated_at',
  ]),
]

function callable(callers: readonly Role[], schema: string, names: readonly string[]): Routine[] {
  return names.map((name) => ({ name: `${schema}.${name}`, callers }))
}
