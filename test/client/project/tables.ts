import type { SupabaseClient } from '@supabase/supabase-js'
import type {
  Database,
  Enums,
  Tables,
  TablesInsert,
  TablesUpdate,
} from '../../../client/database.ts'

export type Client = SupabaseClient<Database>
export type Log = Tables<'execution_logs'>
export type Workflow = Tables<'workflows'>

/** The columns of a profile that its user may read. */
export const profileColumns =
  'id, email, full_name, avatar_url, preferences, created_at, updated_at, google_token_expires_at, google_scopes'

export async function readProfile(client: Client, id: string): Promise<string | null> {
  const { data, error } = await client.from('profiles').select(profileColumns).eq('id', id).single()
  if (error !== null) throw error
  const name: string | null = data.full_name
  return name
}

export async function renameProfile(client: Client, id: string, name: string): Promise<void> {
  const change: TablesUpdate<'profiles'> = { full_name: name }
  await client.from('profiles').update(change).eq('id', id).throwOnError()
}

export async function startWorkflow(
  client: Client,
  user: string,
  command: string,
): Promise<string> {
  const row: TablesInsert<'workflows'> = { user_id: user, command, steps: [] }
  const { data } = await client.from('workflows').insert(row).select('id').single().throwOnError()
  return data.id
}

export async function endWorkflow(client: Client, workflow: Workflow): Promise<void> {
  const status: Enums<'workflow_status'> = 'completed'
  await client
    .from('workflows')
    .update({ status, end_time: new Date().toISOString() })
    .eq('user_id', workflow.user_id)
    .eq('id', workflow.id)
    .throwOnError()
  await client
    .from('workflow_history')
    .insert({
      user_id: workflow.user_id,
      workflow_id: workflow.id,
      command: workflow.command,
      status,
    })
    .throwOnError()
}

export async function readLogs(client: Client, user: string): Promise<Log[]> {
  const { data } = await client
    .from('execution_logs')
    .select('*')
    .eq('user_id', user)
    .order('seq')
    .throwOnError()
  return data
}

export async function writeLog(client: Client, log: TablesInsert<'execution_logs'>): Promise<void> {
  await client.from('execution_logs').insert(log).throwOnError()
}

export async function readTasks(client: Client, user: string): Promise<readonly string[]> {
  const { data } = await client
    .from('task_history')
    .select('task_id, status, documents_generated ( title, url )')
    .eq('user_id', user)
    .throwOnError()
  return data.map(
    ({ task_id: task, documents_generated: made }) => `${task}: ${String(made.length)}`,
  )
}

export async function renameDocument(client: Client, id: string, title: string): Promise<void> {
  await client.from('documents_generated').update({ title }).eq('id', id).throwOnError()
}
