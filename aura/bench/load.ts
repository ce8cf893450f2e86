import { sendText, sql } from '../../src/postgres/connect.ts'
import type { Queryable, Transaction } from '../../src/postgres/connect.ts'

/** How much is loaded: by the size of the service that the database is made for, or less for a test. */
export interface Sizes {
  /** Users with as many logs each. */
  readonly users: number
  readonly logs: number
  /** The logs of one more user. */
  readonly largeLogs: number
  /** Tasks of each user, with two documents each. */
  readonly tasks: number
}

/** 1,000 users × 1,000 logs, and one with 200,000; 50,000 tasks. */
export const wholeSizes: Sizes = { users: 1000, logs: 1000, largeLogs: 200_000, tasks: 50 }

/** One of the users with as many logs as most. */
export const oneUser = '00000000-0000-4000-8000-000000000001'

/** The user with many logs. */
export const largeUser = '00000000-0000-4000-8000-0000ffffffff'

/**
 * Loads rows over 30 days. Those of the users lie mixed, as they arrive: each row of a user is in another page. Without
 * the checks of foreign keys, which hold here, they come in half the time.
 */
export async function load(superuser: Queryable, sizes: Sizes): Promise<void> {
  await superuser.tx(async (tx) => {
    await sendText(tx, 'set local session_replication_role = replica')
    await loadUsers(tx, sizes)
    await loadLogs(tx, sizes)
    await loadTasks(tx, sizes)
  })
  await sendText(superuser, 'vacuum analyze')
}

async function loadUsers(tx: Transaction, { users }: Sizes): Promise<void> {
  await tx.query(sql`
    insert into auth.users (id)
    select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid from generate_series(1, ${users}::integer) as n
    union all select ${largeUser}
  `)
  await tx.query(sql`insert into public.profiles (id) select id from auth.users`)
  await tx.query(
    sql`insert into private.encryption_keys (version, fingerprint) values (1, repeat('1', 64))`,
  )
  await tx.query(sql`
    insert into public.user_tokens (user_id, access_token, refresh_token, expires_at)
    select
      id,
      'v1.' || repeat('i', 16) || '.' || repeat('t', 22) || '.' || repeat('x', 300),
      'v1.' || repeat('i', 16) || '.' || repeat('t', 22) || '.' || repeat('x', 150),
      now() + row_number() over (order by id) * interval '3 seconds'
    from auth.users
  `)
}

/** In each round a log of each user, and so many of the large one that they are spread over the same time. */
async function loadLogs(tx: Transaction, { users, logs, largeLogs }: Sizes): Promise<void> {
  const more = Math.ceil(largeLogs / logs)
  await tx.query(sql`
    insert into public.execution_logs (user_id, task_id, step_id, agent_type, message, log_level, metadata, created_at)
    select
      case when u <= ${users} then ('00000000-0000-4000-8000-' || lpad(to_hex(u), 12, '0'))::uuid else ${largeUser} end,
      'task-' || round / 20,
      'step-' || round % 7,
      (array['planner', 'worker', 'evaluator', 'system'])[1 + round % 4],
      'Step ' || round || ' of the work: searched the mails of the week and wrote what was found into the document',
      (array['info', 'info', 'success', 'info', 'warning', 'info', 'info', 'success', 'info', 'error'])[1 + round % 10],
      pg_catalog.jsonb_build_object('round', round, 'service', 'gmail', 'found', u),
      now() - (${logs}::integer - round) * interval '30 days' / ${logs}::integer - interval '1 second' + u * interval '1 microsecond'
    from
      generate_series(1, ${logs}::integer) as round,
      generate_series(1, ${users}::integer + ${more}::integer) as u
    order by round, u
  `)
}

async function loadTasks(tx: Transaction, { tasks }: Sizes): Promise<void> {
  await tx.query(sql`
    insert into public.task_history (
      user_id, task_id, title, status, input_prompt, google_services, duration_ms, created_at, completed_at
    )
    select
      u.id, 'task-' || n, 'Task ' || n, case when n % 10 = 0 then 'failed' else 'success' end,
      'Summarise the mails of this week in a document', array['gmail', 'docs'], n * 100,
      now() - (${tasks}::integer - n) * interval '90 days' / ${tasks}::integer - interval '1 minute', now()
    from generate_series(1, ${tasks}::integer) as n, auth.users as u
    order by n, u.id
  `)
  await tx.query(sql`
    insert into public.documents_generated (user_id, task_id, document_type, title, url, created_at)
    select
      t.user_id, t.task_id, (array['doc', 'email'])[n], 'Document ' || n, 'https://docs.google.com/document/d/' || t.id,
      t.created_at
    from public.task_history as t, generate_series(1, 2) as n
    order by t.created_at, t.user_id, n
  `)
}
