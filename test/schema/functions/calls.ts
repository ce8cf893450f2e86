import { ciphertext } from '../ciphertext.ts'
import { ada } from '../scene.ts'
import type { Args } from '../scene.ts'
import { signatures } from './signatures.ts'

/** A call that succeeds when Ada has the task `t`, and the parameters that must not be NULL. */
export interface Call {
  readonly args: Args
  readonly needed: readonly string[]
}

const user = { p_user_id: ada }
const task = { ...user, p_task_id: 't' }
const tokens = {
  p_access_token: ciphertext(1, 'access'),
  p_refresh_token: ciphertext(1, 'refresh'),
  p_expires_at: '2999-01-01Z',
  p_scopes: ['email'],
}

/** A call of every function. */
export const calls: Readonly<Record<string, Call>> = {
  store_google_oauth_tokens: call({ ...user, ...tokens }, ['p_access_token']),
  get_google_oauth_token: call(user),
  delete_google_oauth_tokens: call(user),
  upsert_user_tokens: call({ ...user, p_provider: 'google', ...tokens }, [
    'p_provider',
    'p_access_token',
    'p_expires_at',
  ]),
  get_user_tokens: call({ ...user, p_provider: 'google' }, ['p_provider']),
  get_user_token_status: call({ ...user, p_provider: 'google' }, ['p_provider']),
  delete_user_tokens: call({ ...user, p_provider: 'google' }, ['p_provider']),
  insert_execution_log: call(
    { ...task, p_step_id: null, p_agent_type: 'worker', p_message: 'done' },
    ['p_task_id', 'p_agent_type', 'p_message'],
  ),
  batch_insert_execution_logs: call({ ...task, p_logs: null }, ['p_task_id']),
  get_execution_logs_by_task: call(task, ['p_task_id']),
  get_execution_logs_filtered: call(user),
  delete_execution_logs_by_task: call(task, ['p_task_id']),
  delete_old_execution_logs: call(user),
  insert_task_history: call(
    { ...user, p_task_id: 'new', p_title: 'T', p_status: 'pending', p_input_prompt: '' },
    ['p_task_id', 'p_title', 'p_status', 'p_input_prompt'],
  ),
  update_task_history_status: call({ ...task, p_status: 'failed' }, ['p_task_id', 'p_status']),
  get_task_history_filtered: call(user),
  get_recent_task_history: call(user),
  get_task_history_by_id: call(task, ['p_task_id']),
  delete_task_history: call(task, ['p_task_id']),
  get_task_statistics: call(user),
  insert_generated_document: call(
    { ...task, p_document_type: 'doc', p_google_id: null, p_title: null },
    ['p_task_id', 'p_document_type'],
  ),
  batch_insert_generated_documents: call({ ...task, p_documents: null }, ['p_task_id']),
  get_documents_by_task: call(task, ['p_task_id']),
  get_documents_by_type: call({ ...user, p_document_type: 'doc' }, ['p_document_type']),
  get_recent_documents: call(user),
  get_documents_filtered: call(user),
  delete_generated_document: call({ ...user, p_document_id: ada }, ['p_document_id']),
  delete_documents_by_task: call(task, ['p_task_id']),
  get_document_statistics: call(user),
  storage_of_user: call(user),
}

/** The functions with that parameter. */
export function namesWith(parameter: string): string[] {
  return signatures
    .filter(({ parameters }) => parameters.some((text) => text.startsWith(`${parameter} `)))
    .map(({ name }) => name)
}

function call(args: Args, needed: readonly string[] = []): Call {
  return { args, needed: ['p_user_id', ...needed] }
}
