/** A function of the schema public as its callers see it. */
export interface Signature {
  readonly name: string
  readonly parameters: readonly string[]
  readonly returns: string
  readonly volatility: 'stable' | 'volatile'
}

const logRow =
  'TABLE(id uuid, task_id text, step_id text, agent_type text, message text, log_level text, metadata jsonb, ' +
  'created_at timestamptz, seq bigint)'
const taskRow =
  'TABLE(id uuid, task_id text, title text, status text, input_prompt text, output_summary text, outputs jsonb, ' +
  'google_services text[], duration_ms integer, created_at timestamptz, completed_at timestamptz)'
const taskSummary =
  'TABLE(id uuid, task_id text, title text, status text, output_summary text, google_services text[], ' +
  'duration_ms integer, created_at timestamptz, completed_at timestamptz)'
const documentRow =
  'TABLE(id uuid, task_id text, document_type text, google_id text, title text, url text, created_at timestamptz)'

const user = 'p_user_id uuid'
const task = 'p_task_id text'
const provider = "p_provider text = 'google'"
const dates = ['p_start_date timestamptz = null', 'p_end_date timestamptz = null']
const offset = 'p_offset integer = 0'
const beforeId = ['p_before_created_at timestamptz = null', 'p_before_id uuid = null']
const tokens = [
  'p_access_token text',
  'p_refresh_token text',
  'p_expires_at timestamptz',
  'p_scopes text[]',
]

/** Every function of the schema public. */
export const signatures: readonly Signature[] = [
  command('store_google_oauth_tokens', [user, ...tokens], 'void'),
  query(
    'get_google_oauth_token',
    [user],
    'TABLE(access_token text, refresh_token text, expires_at timestamptz, is_expired boolean)',
  ),
  command('delete_google_oauth_tokens', [user], 'void'),
  command('upsert_user_tokens', [user, 'p_provider text', ...tokens], 'void'),
  query(
    'get_user_tokens',
    [user, provider],
    'TABLE(access_token text, refresh_token text, expires_at timestamptz, scopes text[], is_expired boolean)',
  ),
  query(
    'get_user_token_status',
    [user, provider],
    'TABLE(provider text, scopes text[], expires_at timestamptz, is_expired boolean, updated_at timestamptz)',
  ),
  command('delete_user_tokens', [user, provider], 'void'),

  command(
    'insert_execution_log',
    [
      user,
      task,
      'p_step_id text',
      'p_agent_type text',
      'p_message text',
      "p_log_level text = 'info'",
      'p_metadata jsonb = null',
    ],
    'uuid',
  ),
  command('batch_insert_execution_logs', [user, task, 'p_logs jsonb'], 'integer'),
  query(
    'get_execution_logs_by_task',
    [user, task, 'p_limit integer = 100', 'p_after_seq bigint = null'],
    logRow,
  ),
  query(
    'get_execution_logs_filtered',
    [
      user,
      'p_task_id text = null',
      'p_agent_type text = null',
      'p_log_level text = null',
      ...dates,
      'p_limit integer = 100',
      offset,
      'p_before_created_at timestamptz = null',
      'p_before_seq bigint = null',
    ],
    logRow,
  ),
  command('delete_execution_logs_by_task', [user, task], 'integer'),
  command('delete_old_execution_logs', [user, 'p_days_old integer = 30'], 'integer'),

  command(
    'insert_task_history',
    [
      user,
      task,
      'p_title text',
      'p_status text',
      'p_input_prompt text',
      'p_output_summary text = null',
      'p_outputs jsonb = null',
      'p_google_services text[] = null',
      'p_duration_ms integer = null',
      'p_completed_at timestamptz = null',
    ],
    'uuid',
  ),
  command(
    'update_task_history_status',
    [
      user,
      task,
      'p_status text',
      'p_output_summary text = null',
      'p_outputs jsonb = null',
      'p_duration_ms integer = null',
      'p_completed_at timestamptz = null',
    ],
    'boolean',
  ),
  query(
    'get_task_history_filtered',
    [
      user,
      'p_status text = null',
      'p_google_service text = null',
      ...dates,
      'p_limit integer = 50',
      offset,
      ...beforeId,
    ],
    taskRow,
  ),
  query('get_recent_task_history', [user, 'p_limit integer = 10'], taskSummary),
  query('get_task_history_by_id', [user, task], taskRow),
  command('delete_task_history', [user, task], 'boolean'),
  query(
    'get_task_statistics',
    [user, 'p_days integer = 30'],
    'TABLE(total_tasks integer, successful_tasks integer, failed_tasks integer, avg_duration_ms integer, ' +
      'most_used_service text)',
  ),

  command(
    'insert_generated_document',
    [user, task, 'p_document_type text', 'p_google_id text', 'p_title text', 'p_url text = null'],
    'uuid',
  ),
  command('batch_insert_generated_documents', [user, task, 'p_documents jsonb'], 'integer'),
  query('get_documents_by_task', [user, task], documentRow),
  query(
    'get_documents_by_type',
    [user, 'p_document_type text', 'p_limit integer = 50', offset, ...beforeId],
    documentRow,
  ),
  query('get_recent_documents', [user, 'p_limit integer = 20'], documentRow),
  query(
    'get_documents_filtered',
    [
      user,
      'p_document_type text = null',
      'p_task_id text = null',
      ...dates,
      'p_limit integer = 50',
      offset,
      ...beforeId,
    ],
    documentRow,
  ),
  command('delete_generated_document', [user, 'p_document_id uuid'], 'boolean'),
  command('delete_documents_by_task', [user, task], 'integer'),
  query(
    'get_document_statistics',
    [user, 'p_days integer = 30'],
    'TABLE(total_documents integer, docs_count integer, sheets_count integer, emails_count integer, ' +
      'calendar_events_count integer, files_count integer)',
  ),

  query('storage_of_user', [user], 'TABLE(table_name text, row_count bigint, bytes bigint)'),
]

/** Changes rows. */
function command(name: string, parameters: readonly string[], returns: string): Signature {
  return { name, parameters, returns, volatility: 'volatile' }
}

/** Only reads, so that the Data API may serve it by GET. */
function query(name: string, parameters: readonly string[], returns: string): Signature {
  return { name, parameters, returns, volatility: 'stable' }
}
