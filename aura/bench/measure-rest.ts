import { measure } from '../../src/model/timing.ts'
import { isSQLError, sql } from '../../src/postgres/connect.ts'
import type { Queryable, SQLQuery, Session } from '../../src/postgres/connect.ts'
import { largeUser } from './load.ts'
import { becomeAs } from './measure-query.ts'

/** The tables of users that somebody who has not signed in is refused at, before a row is read. */
export async function readRefusedToAnon(session: Session): Promise<number> {
  let refused = 0
  for (const table of userTables) {
    const code = await session.tx(async (tx) => {
      await becomeAs(tx, 'anon', largeUser)
      return codeOf(tx, sql`select from ${sql.ident('public', table)} limit 1`)
    })
    refused += code === '42501' ? 1 : 0
  }
  return refused
}

/** Every table of users. */
export const userTables = [
  'profiles',
  'workflows',
  'workflow_history',
  'oauth_tokens',
  'user_tokens',
  'execution_logs',
  'task_history',
  'documents_generated',
] as const

async function codeOf(tx: Queryable, query: SQLQuery): Promise<string | undefined> {
  try {
    await tx.tx(async (inner) => inner.query(query))
    return undefined
  } catch (error) {
    if (!isSQLError(error)) throw error
    return error.code
  }
}

/** How an account with many logs is deleted. */
export interface Deletion {
  readonly rows: number
  readonly milliseconds: number
  /** Rows that were read by scans of whole tables: a cascade without an index does that for each row. */
  readonly scanned: number
}

/** Deletes the large user, as the service for accounts would, and undoes it. */
export async function measureDeletion(superuser: Session): Promise<Deletion> {
  const undo = new Error('undo')
  const measured = Promise.withResolvers<Deletion>()
  try {
    await superuser.tx(async (tx) => {
      measured.resolve(await deleteLarge(tx))
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return measured.promise
}

async function deleteLarge(tx: Queryable): Promise<Deletion> {
  const before = await readTouched(tx)
  const milliseconds = await measure(async () =>
    tx.query(sql`delete from auth.users where id = ${largeUser}`),
  )
  const after = await readTouched(tx)
  return {
    rows: after.deleted - before.deleted,
    milliseconds,
    scanned: after.scanned - before.scanned,
  }
}

async function readTouched(
  tx: Queryable,
): Promise<{ readonly deleted: number; readonly scanned: number }> {
  const [row] = await tx.query(sql`
    select sum(s.n_tup_del)::integer as deleted, sum(s.seq_tup_read)::integer as scanned
    from pg_catalog.pg_stat_xact_all_tables as s
    where s.schemaname in ('public', 'auth')
  `)
  return row
}
