import { UserError } from '../../errors.ts'
import { isSQLError, sendText, sql } from '../../postgres/connect.ts'
import type { Queryable, Session, Transaction } from '../../postgres/connect.ts'
import { describeServerError } from '../../postgres/server-error.ts'
import type { ServerError } from '../../postgres/server-error.ts'
import type { Backfill } from '../../sql/backfill/backfill.ts'
import { keyOrder, keyRange, keyTexts } from '../../sql/backfill/key-range.ts'
import type { Position } from '../../sql/backfill/key-range.ts'
import type { Statement } from '../../sql/scan/split.ts'
import { withLimits } from '../session/session.ts'
import type { Limits } from '../session/session.ts'
import { takeOwnRole, writeProgress } from './backfill-position.ts'
import type { Progress, StepName } from './backfill-position.ts'
import type { BackfillTable } from './backfill-table.ts'

/** A statement that is run in batches, with all that its batches need. */
export interface BatchWork {
  readonly session: Session
  readonly statement: Statement
  readonly file: { readonly path: string; readonly text: string }
  readonly limits: Limits
  readonly backfill: Backfill
  readonly table: BackfillTable
  readonly step: StepName
}

/** What a batch came to. */
export interface BatchResult {
  readonly progress: Progress
  /** How many rows it changed. */
  readonly changed: number
}

/** A batch that failed. */
export class BatchError extends UserError {
  /** PostgreSQL's code of the error. */
  readonly code: string
  /** The last key of the batch. */
  readonly last: Position

  constructor(
    message: string,
    { cause, last }: { readonly cause: ServerError; readonly last: Position },
  ) {
    super(message, { cause })
    this.code = cause.code
    this.last = last
  }
}

/** How many rows, and whether to ask that the condition turns false. */
interface BatchSize {
  readonly size: number
  readonly asks: boolean
}

/**
 * Runs the statement for the next rows of the table, `size` at most, in one transaction with the position. Throws
 * BatchError for the statement's own errors.
 */
export async function runBatch(
  work: BatchWork,
  before: Progress,
  { size, asks }: BatchSize,
): Promise<BatchResult> {
  return withLimits(work.session, work.limits, async (tx) => {
    const next = await readNext(tx, work, { after: before.position, size })
    if (next === undefined) {
      const progress = { ...before, isThrough: true }
      await takeOwnRole(tx)
      await writeProgress(tx, work.step, progress)
      return { progress, changed: 0 }
    }
    const range = { after: before.position, upTo: next.position }
    const changed = await sendPart(tx, work, range)
    if (asks && changed > 0) await refuseEndless(tx, work, range)
    const progress: Progress = {
      ...before,
      position: next.position,
      visited: before.visited + next.visited,
      changed: before.changed + changed,
    }
    await takeOwnRole(tx)
    await writeProgress(tx, work.step, progress)
    return { progress, changed }
  })
}

interface Next {
  readonly position: Position
  readonly visited: number
}

/** The last of the next rows. Keys are printed in one form, whatever dates the statement is to print. */
async function readNext(
  tx: Transaction,
  { table }: BatchWork,
  { after, size }: { readonly after: Position | null; readonly size: number },
): Promise<Next | undefined> {
  const [{ style }] = await tx.query(sql`
    select
      pg_catalog.current_setting('datestyle') as style,
      pg_catalog.set_config('datestyle', 'ISO, MDY', true)
  `)
  const row = '"row"'
  const text = `
    select ${keyTexts(row, table.key)} as position, ${row}."(visited)" as visited
    from (
      select *, count(*) over ()::float8 as "(visited)"
      from (
        select ${keyOrder(row, table.key, '')}
        from ${table.name} as ${row}
        where ${keyRange(row, table.key, { after })}
        order by ${keyOrder(row, table.key)}
        limit ${String(size)}
      ) as ${row}
    ) as ${row}
    order by ${keyOrder(row, table.key, 'desc')}
    limit 1`
  const [rows] = await tx.query([sql.__dangerous__rawValue(text)])
  await tx.query(sql`select pg_catalog.set_config('datestyle', ${style}, true)`)
  return rows?.[0]
}

interface Range {
  readonly after: Position | null
  readonly upTo: Position
}

async function sendPart(tx: Transaction, work: BatchWork, range: Range): Promise<number> {
  const { text } = work.backfill
  const written = text.write(keyRange(text.row, work.table.key, range))
  try {
    const [rows] = await tx.query([sql.__dangerous__rawValue(written)])
    // What is deferred fails here, while the batch is known.
    await sendText(tx, 'set constraints all immediate')
    return rows?.[0].changed
  } catch (error) {
    if (!isSQLError(error) || error.code.startsWith('57P')) throw error
    throw new BatchError(tellBatchError(error, work, written), { cause: error, last: range.upTo })
  }
}

/**
 * Throws UserError where the condition of an UPDATE still selects a row that it has changed: it would never tell that all
 * is done. Rows that others wrote meanwhile are none of those.
 */
async function refuseEndless(
  tx: Queryable,
  { backfill: { text, place }, table }: BatchWork,
  range: Range,
): Promise<void> {
  const own = `${text.row}.xmin = pg_catalog.pg_current_xact_id()::xid`
  const query = text.select('1', `${keyRange(text.row, table.key, range)} and ${own}`)
  const [rows] = await tx.query([sql.__dangerous__rawValue(`${query} limit 1`)])
  if (rows?.length === 0) return
  throw new UserError(
    `${place}: @backfill: the condition still selects rows that the statement has changed, so it does not tell when all is done. ` +
      'Add what excludes them (such as: and title is null), or write below the directive which query answers no row when all is done: ' +
      '`-- @verify QUERY`. The batch was rolled back.',
  )
}

function tellBatchError(
  error: ServerError,
  { statement, file, backfill }: BatchWork,
  written: string,
): string {
  const inWritten =
    error.position === undefined
      ? 0
      : Array.from(written)
          .slice(0, Number(error.position) - 1)
          .join('').length
  const offset = statement.offset + backfill.text.placeOf(inWritten)
  return describeServerError(error, { ...file, offset })
}
