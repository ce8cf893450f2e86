import { sql } from '../../src/postgres/connect.ts'
import { rowsOf } from './act.ts'
import type { Act } from './act.ts'
import { callers, grace, mallory } from './cast.ts'

/** The accounts are deleted, and everything of them is gone. */
export function deletionActs(): Act[] {
  const both = sql`(${grace.id}, ${mallory.id})`
  const counts = tables.map(
    ([table, column]) =>
      sql`(select count(*) from ${sql.ident('public', table)} where ${sql.ident(column)} in ${both})`,
  )
  return [
    {
      caller: callers.accounts,
      call: `delete from auth.users: ${grace.name}, ${mallory.name}`,
      query: sql`delete from auth.users where id in ${both} returning id`,
      tell: (answer) => `${String(rowsOf(answer).length)} accounts deleted`,
    },
    {
      caller: callers.owner,
      call: `count their rows in ${String(tables.length)} tables`,
      query: sql`select ${sql.join(counts, sql` + `)} as rows`,
      tell: (answer) => {
        const rows = Number(rowsOf(answer)[0]?.['rows'])
        if (rows === 0) return '0 rows: they went with the accounts'
        throw new Error(`should be no rows, not ${String(rows)}`)
      },
    },
  ]
}

/** Every table of users, with the column that names the user. */
const tables = [
  ['profiles', 'id'],
  ['workflows', 'user_id'],
  ['workflow_history', 'user_id'],
  ['oauth_tokens', 'user_id'],
  ['user_tokens', 'user_id'],
  ['execution_logs', 'user_id'],
  ['task_history', 'user_id'],
  ['documents_generated', 'user_id'],
] as const
