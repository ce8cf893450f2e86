import { ciphertext } from '../ciphertext.ts'
import { ada } from '../scene.ts'

/** A call on rows of Ada's, and what it comes to for anybody else. */
export interface Call {
  readonly name: string
  /** SQL. */
  readonly call: string
  readonly forOthers: Refusal | 'nothing' | 'zeros'
}

/** Refused: the execution of the function, the new row by its policy, or the deed for somebody else. */
type Refusal = 'no right' | 'policy' | 'not for this user'

const user = `'${ada}'`
const task = `${user}, 't'`
const token = `'${ciphertext(1, 'forged')}'`

/** A call of every function of the schema public: first what reads, then what writes, then what deletes. */
export const calls: readonly Call[] = [
  call('get_google_oauth_token', user, 'no right'),
  call('get_user_tokens', user, 'no right'),
  call('get_user_token_status', user, 'not for this user'),
  call('get_execution_logs_by_task', task, 'nothing'),
  call('get_execution_logs_filtered', user, 'nothing'),
  call('get_task_history_filtered', user, 'nothing'),
  call('get_recent_task_history', user, 'nothing'),
  call('get_task_history_by_id', task, 'nothing'),
  call('get_task_statistics', user, 'zeros'),
  call('get_documents_by_task', task, 'nothing'),
  call('get_documents_by_type', `${user}, 'doc'`, 'nothing'),
  call('get_recent_documents', user, 'nothing'),
  call('get_documents_filtered', user, 'nothing'),
  call('get_document_statistics', user, 'zeros'),
  call('storage_of_user', user, 'zeros'),

  call('store_google_oauth_tokens', `${user}, ${token}, ${token}, now(), '{}'`, 'no right'),
  call('upsert_user_tokens', `${user}, 'google', ${token}, ${token}, now(), '{}'`, 'no right'),
  call('insert_execution_log', `${task}, null, 'worker', 'forged'`, 'policy'),
  call(
    'batch_insert_execution_logs',
    `${task}, '[{"agent_type": "worker", "message": "forged"}]'`,
    'policy',
  ),
  call('insert_task_history', `${user}, 'forged', 'Task', 'running', 'please'`, 'policy'),
  call('update_task_history_status', `${task}, 'failed'`, 'nothing'),
  call('insert_generated_document', `${task}, 'doc', null, 'forged'`, 'policy'),
  call('batch_insert_generated_documents', `${task}, '[{"document_type": "doc"}]'`, 'policy'),

  call('delete_generated_document', `${user}, md5(${user})::uuid`, 'nothing'),
  call('delete_documents_by_task', task, 'nothing'),
  call('delete_old_execution_logs', `${user}, 1`, 'nothing'),
  call('delete_execution_logs_by_task', task, 'nothing'),
  call('delete_task_history', task, 'nothing'),
  call('delete_google_oauth_tokens', user, 'not for this user'),
  call('delete_user_tokens', user, 'not for this user'),
]

function call(name: string, args: string, forOthers: Call['forOthers']): Call {
  return { name, call: `public.${name}(${args})`, forOthers }
}
