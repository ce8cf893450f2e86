import type { Client } from './tables.ts'

/** What the server keeps for a user, encrypted. */
export interface Kept {
  readonly access: string
  readonly refresh: string | null
  readonly expires: string
}

export async function keepTokens(server: Client, user: string, kept: Kept): Promise<void> {
  const tokens = {
    p_user_id: user,
    p_access_token: kept.access,
    p_refresh_token: kept.refresh,
    p_expires_at: kept.expires,
    p_scopes: null,
  }
  await server.rpc('upsert_user_tokens', { ...tokens, p_provider: 'google' }).throwOnError()
  await server.rpc('store_google_oauth_tokens', tokens).throwOnError()
}

export async function readTokens(server: Client, user: string): Promise<(string | null)[]> {
  const newer = await server.rpc('get_user_tokens', { p_user_id: user }).throwOnError()
  const older = await server.rpc('get_google_oauth_token', { p_user_id: user }).throwOnError()
  return [...newer.data, ...older.data].flatMap((one) => [one.refresh_token, one.expires_at])
}

/** Those that expire before that moment, by the table. */
export async function expiring(server: Client, before: string): Promise<string[]> {
  const { data } = await server
    .from('user_tokens')
    .select('user_id, provider, refresh_token')
    .lt('expires_at', before)
    .throwOnError()
  const older = await server
    .from('oauth_tokens')
    .select('user_id, expires_at')
    .lt('expires_at', before)
    .throwOnError()
  return [...data, ...older.data].map(({ user_id: user }) => user)
}

export async function run(server: Client, user: string, task: string): Promise<string> {
  const own = { p_user_id: user, p_task_id: task }
  await server
    .rpc('insert_task_history', {
      ...own,
      p_title: 'Summary',
      p_status: 'running',
      p_input_prompt: 'Summarise',
      p_google_services: ['gmail'],
      p_completed_at: null,
    })
    .throwOnError()
  const log = await server
    .rpc('insert_execution_log', {
      ...own,
      p_step_id: null,
      p_agent_type: 'worker',
      p_message: 'Read',
      p_metadata: { read: 12 },
    })
    .throwOnError()
  await server
    .rpc('batch_insert_execution_logs', {
      ...own,
      p_logs: [{ agent_type: 'planner', message: 'Plan' }],
    })
    .throwOnError()
  return log.data
}

export async function finish(server: Client, user: string, task: string): Promise<boolean> {
  const own = { p_user_id: user, p_task_id: task }
  await server
    .rpc('insert_generated_document', {
      ...own,
      p_document_type: 'doc',
      p_google_id: null,
      p_title: null,
    })
    .throwOnError()
  await server
    .rpc('batch_insert_generated_documents', { ...own, p_documents: [{ document_type: 'sheet' }] })
    .throwOnError()
  const { data } = await server
    .rpc('update_task_history_status', { ...own, p_status: 'success', p_outputs: null })
    .throwOnError()
  return data
}
