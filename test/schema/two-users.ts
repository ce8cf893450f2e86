import { ciphertext } from './ciphertext.ts'
import { ada, bob } from './scene.ts'

const token = ciphertext(1, 'data')

/**
 * Two users, Ada and Bob, each with one row in every table, alike but for the owner; their ids are those of scene.ts. The
 * id of a workflow and of a document is the md5 of its user's.
 */
export const twoUsers = `
  insert into private.encryption_keys (version, fingerprint) values (1, repeat('1', 64));
  insert into auth.users (id, email) values ('${ada}', 'ada@example.com'), ('${bob}', 'bob@example.com');
  update public.profiles set google_access_token = '${token}', google_refresh_token = '${token}'
  where id in ('${ada}', '${bob}');
  insert into public.workflows (id, user_id, command)
  select md5(u.id::text)::uuid, u.id, 'go' from auth.users as u;
  insert into public.workflow_history (user_id, workflow_id, command, status)
  select w.user_id, w.id, w.command, 'completed' from public.workflows as w;
  insert into public.oauth_tokens (user_id, access_token, refresh_token)
  select u.id, '${token}', '${token}' from auth.users as u;
  insert into public.user_tokens (user_id, access_token, refresh_token, expires_at)
  select u.id, '${token}', '${token}', '2999-01-01Z' from auth.users as u;
  insert into public.execution_logs (user_id, task_id, agent_type, message, created_at)
  select u.id, 't', 'worker', 'done', now() - interval '9 days' from auth.users as u;
  insert into public.task_history (user_id, task_id, title, status, input_prompt)
  select u.id, 't', 'Task', 'running', 'please' from auth.users as u;
  insert into public.documents_generated (id, user_id, task_id, document_type)
  select md5(t.user_id::text)::uuid, t.user_id, t.task_id, 'doc' from public.task_history as t;
`
