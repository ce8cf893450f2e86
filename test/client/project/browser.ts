import type { Client, Log } from './tables.ts'

export interface User {
  readonly client: Client
  readonly id: string
}

export async function connection({ client, id }: User): Promise<string> {
  const { data } = await client.rpc('get_user_token_status', { p_user_id: id }).throwOnError()
  const [status] = data
  if (status === undefined) return 'not connected'
  return status.is_expired ? 'expired' : status.scopes.join(' ')
}

export async function disconnect({ client, id }: User): Promise<void> {
  await client.rpc('delete_user_tokens', { p_user_id: id, p_provider: 'google' }).throwOnError()
  await client.rpc('delete_google_oauth_tokens', { p_user_id: id }).throwOnError()
}

/** The page after that line. */
export async function olderLogs({ client, id }: User, last: Log | null): Promise<number[]> {
  const { data } = await client
    .rpc('get_execution_logs_filtered', {
      p_user_id: id,
      p_log_level: 'error',
      p_before_created_at: last?.created_at ?? null,
      p_before_seq: last?.seq ?? null,
    })
    .throwOnError()
  return data.map(({ seq }) => seq)
}

export async function taskLogs({ client, id }: User, task: string): Promise<string[]> {
  const { data } = await client
    .rpc('get_execution_logs_by_task', { p_user_id: id, p_task_id: task, p_after_seq: null })
    .throwOnError()
  return data.map(({ step_id: step, message }) => `${step ?? 'no step'}: ${message}`)
}

export async function clearLogs({ client, id }: User, task: string): Promise<number> {
  const ofTask = await client
    .rpc('delete_execution_logs_by_task', { p_user_id: id, p_task_id: task })
    .throwOnError()
  const old = await client.rpc('delete_old_execution_logs', { p_user_id: id }).throwOnError()
  return ofTask.data + old.data
}

export async function timeline({ client, id }: User): Promise<(string | null)[]> {
  const page = await client
    .rpc('get_task_history_filtered', { p_user_id: id, p_google_service: 'gmail', p_limit: 20 })
    .throwOnError()
  const recent = await client.rpc('get_recent_task_history', { p_user_id: id }).throwOnError()
  return [...page.data, ...recent.data].map((task) => task.output_summary)
}

export async function taskAt({ client, id }: User, task: string): Promise<string[]> {
  const { data } = await client
    .rpc('get_task_history_by_id', { p_user_id: id, p_task_id: task })
    .throwOnError()
  return data.flatMap(({ google_services: services }) => services)
}

export async function storage({ client, id }: User): Promise<number> {
  const { data } = await client.rpc('storage_of_user', { p_user_id: id }).throwOnError()
  return data.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0)
}

export async function dashboard({ client, id }: User): Promise<(number | string | null)[]> {
  const tasks = await client.rpc('get_task_statistics', { p_user_id: id }).single().throwOnError()
  const made = await client
    .rpc('get_document_statistics', { p_user_id: id })
    .single()
    .throwOnError()
  return [tasks.data.avg_duration_ms, tasks.data.most_used_service, made.data.docs_count + 1]
}

export async function documents({ client, id }: User, task: string): Promise<string[]> {
  const user = { p_user_id: id }
  const lists = await Promise.all([
    client.rpc('get_documents_by_task', { ...user, p_task_id: task }).throwOnError(),
    client.rpc('get_documents_by_type', { ...user, p_document_type: 'doc' }).throwOnError(),
    client.rpc('get_recent_documents', user).throwOnError(),
    client.rpc('get_documents_filtered', { ...user, p_task_id: null }).throwOnError(),
  ])
  return lists.flatMap(({ data }) => data.map(({ title, url }) => title ?? url ?? 'unnamed'))
}

export async function forget({ client, id }: User, task: string): Promise<boolean> {
  const user = { p_user_id: id }
  const { data } = await client
    .rpc('delete_generated_document', { ...user, p_document_id: id })
    .throwOnError()
  await client.rpc('delete_documents_by_task', { ...user, p_task_id: task }).throwOnError()
  const deleted = await client
    .rpc('delete_task_history', { ...user, p_task_id: task })
    .throwOnError()
  return data && deleted.data
}
