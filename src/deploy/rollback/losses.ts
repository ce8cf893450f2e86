import type { Migration } from '../../files/migrations.ts'
import { sendText, sql } from '../../postgres/connect.ts'
import type { Queryable, Session, Transaction } from '../../postgres/connect.ts'
import { quoteName, quoteQualified } from '../../sql/quote.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import { findDangers } from '../run/dangers.ts'
import type { Danger, Stored, TableName } from '../run/dangers.ts'
import { sendStatement } from '../run/send-file.ts'
import { withLimits } from '../run/session.ts'
import type { Limits } from '../run/session.ts'
import { readRowWork, readStoredColumns } from '../run/stored-columns.ts'
import { refuseOwnTransactions } from '../run/transaction.ts'

/** What a rollback would take for good, and the statement that takes it. */
export interface Loss {
  readonly kind: 'rows' | 'values' | 'retyped values' | 'changed rows'
  /** The table, or the column with its table in front, quoted as SQL. */
  readonly object: string
  readonly count: number
  /** file:line of the statement in the down file. */
  readonly place: string
}

interface PlacedDanger {
  readonly danger: Danger
  readonly place: string
  /**
   * Of a rewritten table: the rows that no insert brought, after the statement and, where they were counted,
   * before.
   */
  readonly kept?: { readonly before: number | undefined; readonly after: number }
}

/** Counts what taking migrations back would lose, in a transaction that is undone whatever happens. */
export async function measureLosses(
  session: Session,
  migrations: readonly Migration[],
  limits: Limits,
): Promise<Loss[]> {
  const undo = new Error('undo')
  let losses: Loss[] = []
  try {
    await withLimits(session, limits, async (tx) => {
      losses = await readLosses(tx, migrations)
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return losses
}

/**
 * Counts what a rollback would lose. Runs the down files in a trial, and looks at what each statement removes, also
 * by a cascade or a function. Then undoes the trial, locks what would be lost, and counts. Empty tables and columns
 * are no loss. Throws UserError for a down file that fails, or that begins or ends a transaction.
 */
export async function readLosses(
  tx: Transaction,
  migrations: readonly Migration[],
): Promise<Loss[]> {
  // A `commit` in one of them would make the trial last.
  for (const { down } of migrations) {
    if (down !== undefined) await refuseOwnTransactions(down.text, down.path)
  }
  await sendText(tx, `savepoint ${trial}`)
  const dangers = await tryDown(tx, migrations)
  await sendText(tx, `rollback to savepoint ${trial}`)
  await lockTables(tx, dangers)
  return withAllRows(tx, async () => {
    const losses: Loss[] = []
    for (const placed of dangers) losses.push(await countLoss(tx, placed))
    return losses.filter(({ count }) => count > 0)
  })
}

/** A name that no savepoint of a down file has: it would be undone instead. */
const trial = quoteName('trial of the down direction')

/** Rows that a policy hides from the user would be lost too: without them PostgreSQL refuses to count. */
async function withAllRows<T>(tx: Transaction, count: () => Promise<T>): Promise<T> {
  const [{ value }] = await tx.query(sql`
    select pg_catalog.current_setting('row_security') as value
  `)
  await tx.query(sql`select pg_catalog.set_config('row_security', 'off', true)`)
  const counted = await count()
  await tx.query(sql`select pg_catalog.set_config('row_security', ${value}, true)`)
  return counted
}

/** What is lost, a line each, with the statement that takes it. */
export function renderLosses(losses: readonly Loss[]): string {
  return losses
    .map(({ kind, object, count, place }) => {
      const noun = count === 1 ? kind.replace(/s$/, '') : kind
      return `  ${object}: ${count.toLocaleString('en')} ${noun} (${place})`
    })
    .join('\n')
}

async function tryDown(tx: Transaction, migrations: readonly Migration[]): Promise<PlacedDanger[]> {
  const original = await readStored(tx)
  const dangers: PlacedDanger[] = []
  let before = original
  for (const { down } of migrations) {
    if (down === undefined) continue
    for (const statement of await splitStatements(down.text, down.path)) {
      await sendStatement(tx, statement, down.text)
      const after = await readStored(tx)
      const place = `${down.path}:${String(statement.line)}`
      for (const danger of findDangers(original, before, after)) {
        dangers.push({ danger, place, ...(await countKept(tx, danger, dangers)) })
      }
      before = after
    }
  }
  return dangers
}

/** Counts what is left in a rewritten table of the rows that it had: a truncated one has none of them. */
async function countKept(
  tx: Transaction,
  danger: Danger,
  earlier: readonly PlacedDanger[],
): Promise<Pick<PlacedDanger, 'kept'>> {
  if (danger.kind !== 'rewritten') return {}
  const { now, gain } = danger
  const left = await countIn(tx, '*', quoteQualified(now.schema, now.table))
  const last = earlier.findLast(
    (placed) => placed.kept !== undefined && isOf(placed.danger, danger),
  )
  return { kept: { before: last?.kept?.after, after: left - gain } }
}

function isOf(danger: TableName, { schema, table }: TableName): boolean {
  return danger.schema === schema && danger.table === table
}

async function readStored(tx: Transaction): Promise<Stored> {
  return { columns: await readStoredColumns(tx), work: await readRowWork(tx) }
}

async function lockTables(tx: Transaction, dangers: readonly PlacedDanger[]): Promise<void> {
  const tables = new Set(dangers.map(({ danger }) => quoteQualified(danger.schema, danger.table)))
  if (tables.size > 0)
    await sendText(tx, `lock table ${[...tables].join(', ')} in access exclusive mode`)
}

async function countLoss(db: Queryable, placed: PlacedDanger): Promise<Loss> {
  const { danger, place } = placed
  const table = quoteQualified(danger.schema, danger.table)
  if ('count' in danger) {
    const kind = danger.kind === 'deleted' ? 'rows' : 'changed rows'
    return { kind, object: table, count: danger.count, place }
  }
  if ('column' in danger) {
    const column = quoteName(danger.column)
    const kind = danger.kind === 'column' ? 'values' : 'retyped values'
    return { kind, object: `${table}.${column}`, count: await countIn(db, column, table), place }
  }
  return { kind: 'rows', object: table, count: await countRows(db, table, placed), place }
}

async function countRows(
  db: Queryable,
  table: string,
  { danger, kept }: PlacedDanger,
): Promise<number> {
  const before = kept?.before ?? (await countIn(db, '*', table))
  return danger.kind === 'rewritten' ? before - (kept?.after ?? 0) - danger.deletedBefore : before
}

async function countIn(db: Queryable, counted: string, table: string): Promise<number> {
  const [row] = await db.query(sql`
    select count(${sql.__dangerous__rawValue(counted)}) as count
    from only ${sql.__dangerous__rawValue(table)}
  `)
  return row.count
}
