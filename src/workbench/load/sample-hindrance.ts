import type { Migration } from '../../files/migrations.ts'
import { isSQLError, sendText, sql } from '../../postgres/connect.ts'
import type { Session, Transaction } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'
import type { ServerError } from '../../postgres/server-error.ts'
import type { LoadedSample } from './sample-rows.ts'

/** A migration that failed over rows of files. */
export interface Hindrance {
  readonly migration: Migration
  readonly failure: ServerError
  readonly loaded: readonly LoadedSample[]
}

/**
 * Finds the file over whose rows a migration fails, on a database that is thrown away: without the rows of its table
 * the failure is gone. PostgreSQL names the table in some errors only. Tables whose rows refer to others go first.
 * Where it is the rows of no single table, it is all files.
 */
export async function readHindrance(
  admin: Session,
  { migration, failure, loaded }: Hindrance,
): Promise<string[]> {
  const tried = describe(failure)
  for (const { file, oid } of loaded.toReversed()) {
    const table = oid === null ? undefined : await readTable(admin, oid)
    if (table === undefined) continue
    if ((await tryWithout(admin, table, migration)) !== tried) return [file]
  }
  return loaded.map(({ file }) => file)
}

/** What a table is called by now; undefined for what is no table, or gone. */
async function readTable(admin: Session, oid: string): Promise<string | undefined> {
  const [row] = await admin.query(sql`
    select pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.oid = ${oid}::oid and c.relkind in ('r', 'p')
  `)
  return row?.name
}

/** Runs a migration without the rows of a table and undoes it; answers how it fails. */
async function tryWithout(
  admin: Session,
  table: string,
  { text }: Migration,
): Promise<string | undefined> {
  const undo = new Error('undo')
  try {
    await admin.tx(async (tx) => {
      await sendText(tx, `truncate ${table} cascade`)
      await runAsOwner(tx, text)
      throw undo
    })
  } catch (error) {
    if (error !== undo && !isSQLError(error)) throw error
    return isSQLError(error) ? describe(error) : undefined
  }
  return undefined
}

/** With the rights that migrations have; what is deferred fails here, and not at the commit that never comes. */
async function runAsOwner(tx: Transaction, text: string): Promise<void> {
  await sendText(tx, 'set local session authorization postgres')
  await sendText(tx, text)
  await sendText(tx, 'set constraints all immediate')
}

function describe(error: ServerError): string {
  return `${error.code} ${messageLine(error)}`
}
