import { quoteLiteral } from '../../../src/sql/quote.ts'
import { sql } from '../../../src/postgres/connect.ts'
import type { SQLQuery } from '../../../src/postgres/connect.ts'
import type { Attempt, Doors } from '../../support/roles.ts'
import { ciphertext } from '../ciphertext.ts'
import { ada, withScene } from '../scene.ts'
import type { Scene } from '../scene.ts'

/** A row by its columns; the values are SQL. */
export type Values = Readonly<Record<string, string>>

/** A row that each table takes. */
const rows: Readonly<Record<string, Values>> = {
  'public.workflows': { user_id: quoteLiteral(ada), command: "'go'" },
  'public.workflow_history': {
    user_id: quoteLiteral(ada),
    workflow_id: `(select w.id from public.workflows as w where w.user_id = ${quoteLiteral(ada)})`,
    command: "'go'",
    status: "'completed'",
  },
  'private.encryption_keys': { version: '3', fingerprint: "repeat('3', 64)" },
  'public.oauth_tokens': {
    user_id: quoteLiteral(ada),
    access_token: quoteLiteral(ciphertext(1, 'x')),
  },
  'public.user_tokens': {
    user_id: quoteLiteral(ada),
    access_token: quoteLiteral(ciphertext(1, 'x')),
    expires_at: 'now()',
  },
  'public.execution_logs': {
    user_id: quoteLiteral(ada),
    task_id: "'t'",
    agent_type: "'worker'",
    message: "'done'",
  },
  'public.task_history': {
    user_id: quoteLiteral(ada),
    task_id: "'u'",
    title: "'Task'",
    status: "'pending'",
    input_prompt: "'please'",
  },
  'public.documents_generated': {
    user_id: quoteLiteral(ada),
    task_id: "'t'",
    document_type: "'doc'",
  },
}

/** Ada has a workflow and the task `t`. */
export async function withRows(doors: Doors, use: (scene: Scene) => Promise<void>): Promise<void> {
  await withScene(doors, async (scene) => {
    await scene.text(`
      insert into public.workflows (user_id, command) values ('${ada}', 'go');
      insert into public.task_history (user_id, task_id, title, status, input_prompt)
      values ('${ada}', 't', 'Task', 'running', 'please');
    `)
    await use(scene)
  })
}

/** Inserts the table's row with these values (into profiles: sets them in Ada's) and keeps it. */
export async function put(scene: Scene, table: string, change: Values = {}): Promise<string> {
  return outcomeOf(await scene.attempt(statementOf(table, change)))
}

/** The same, but takes the row back. */
export async function tryOut(scene: Scene, table: string, change: Values): Promise<string> {
  await scene.text('savepoint before')
  const outcome = await put(scene, table, change)
  await scene.text('rollback to savepoint before')
  return outcome
}

/** `done`, or the code and the constraint of the refusal. */
function outcomeOf(attempt: Attempt): string {
  if (attempt.kind === 'done') return 'done'
  const constraint = /constraint "(\w+)"/.exec(attempt.message)?.[1] ?? attempt.message
  return `${attempt.code} ${constraint}`
}

function statementOf(table: string, change: Values): SQLQuery {
  if (table === 'public.profiles') {
    const pairs = Object.entries(change).map(([column, value]) => `${column} = ${value}`)
    return raw(`update public.profiles set ${pairs.join(', ')} where id = '${ada}'`)
  }
  const row = { ...rows[table], ...change }
  const [names, values] = [Object.keys(row).join(', '), Object.values(row).join(', ')]
  return raw(`insert into ${table} (${names}) values (${values})`)
}

function raw(statement: string): SQLQuery {
  return sql.__dangerous__rawValue(statement)
}
