import { UserError } from '../../errors.ts'
import { isSQLError, sendText, sql } from '../../postgres/connect.ts'
import type { Transaction } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'
import type { VerifyQuery } from '../../sql/backfill/backfill.ts'
import { describePosition, keyOrder, keyTexts } from '../../sql/backfill/key-range.ts'
import type { Position } from '../../sql/backfill/key-range.ts'
import { withLimits } from '../session/session.ts'
import type { BatchWork } from './run-batch.ts'

/** Rows that a condition still selects: how many, `most` at most, and the first key of them. */
export interface Remaining {
  readonly count: number
  readonly example: string
}

/** How many are counted: what is wrong with a thousand rows is wrong with them all. */
const most = 1000

/** Reads what the statement's condition still selects; undefined where it is nothing. */
export async function readRemaining({
  session,
  limits,
  backfill,
  table,
}: BatchWork): Promise<Remaining | undefined> {
  const { text } = backfill
  return withLimits(session, limits, async (tx) => {
    await sendText(tx, 'set transaction read only')
    const rows = await ask(
      tx,
      `${text.select(`${keyTexts(text.row, table.key)} as position`, 'true')} order by ${keyOrder(text.row, table.key)} limit ${String(most)}`,
    )
    const [first] = rows
    const position: Position | undefined = first?.['position']
    if (position === undefined) return undefined
    return { count: rows.length, example: describePosition(table.key, position) }
  })
}

/** How many rows remain, in words. */
export function tellRemaining({ count, example }: Remaining): string {
  const many =
    count >= most
      ? `${String(most)} or more rows`
      : `${String(count)} ${count === 1 ? 'row' : 'rows'}`
  return `${many}, the first at ${example}`
}

/** Runs the queries of `-- @verify`. Throws UserError for the first that says that something is left. */
export async function refuseUnverified({ session, limits, backfill }: BatchWork): Promise<void> {
  for (const query of backfill.verify)
    await withLimits(session, limits, async (tx) => {
      await sendText(tx, 'set transaction read only')
      const rows = await askQuery(tx, query)
      const values = rows.map((row) => Object.values(row))
      const isNothing = values.length === 1 && values[0]?.length === 1 && isNo(values[0][0])
      if (values.length > 0 && !isNothing) throw unverified(query, values)
    })
}

function isNo(value: unknown): boolean {
  return value === null || value === false || Number(value) === 0
}

function unverified({ place }: VerifyQuery, rows: readonly unknown[][]): UserError {
  const [first] = rows
  const isCount = rows.length === 1 && first?.length === 1 && typeof first[0] === 'number'
  const what = isCount ? String(first[0]) : `${String(rows.length)} rows`
  return new UserError(
    `${place}: @verify: the query answers ${what}, so something is left to do. All batches are done and stay. ` +
      'Correct those rows: the next run asks once more.',
  )
}

async function askQuery(tx: Transaction, { text, place }: VerifyQuery): Promise<Rows> {
  return ask(tx, text).catch((error: unknown) => {
    if (!isSQLError(error) || error.code.startsWith('57P')) throw error
    throw new UserError(`${place}: @verify: ${messageLine(error)} (${error.code})`, {
      cause: error,
    })
  })
}

type Rows = readonly Readonly<Record<string, never>>[]

async function ask(tx: Transaction, text: string): Promise<Rows> {
  const [rows] = await tx.query([sql.__dangerous__rawValue(text)])
  return rows ?? []
}
