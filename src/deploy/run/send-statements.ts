import { isSQLError, sendText } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { asStatementError } from '../../postgres/server-error.ts'
import { quoteName } from '../../sql/quote.ts'
import type { Statement } from '../../sql/scan/split.ts'
import { tellError } from './tell-error.ts'

/** Runs one statement of a file, whose whole text is `source`. Throws UserError with the place, and what to do. */
export async function sendStatement(
  db: Queryable,
  statement: Statement,
  source: string,
): Promise<void> {
  const { text, leading } = statement
  // A comment can be for the server: a hint for its planner stands before the statement (pg_hint_plan).
  const before = leading.includes('/*+') ? `${leading}\n` : ''
  try {
    await sendText(db, before + text)
  } catch (error) {
    const isPlaced = isSQLError(error) && error.position !== undefined
    const start = statement.offset - (isPlaced ? before.length : 0)
    const sent = { ...statement, text: before + text, offset: start }
    throw tell(error, sent, source)
  }
}

/** The same inside a transaction, whose only one it is: what it defers is checked with it. */
export async function sendWhole(
  tx: Queryable,
  statement: Statement,
  source: string,
): Promise<void> {
  await sendStatement(tx, statement, source)
  try {
    await sendText(tx, 'set constraints all immediate')
  } catch (error) {
    throw tell(error, statement, source)
  }
}

/**
 * Runs statements that were put together, inside a transaction. PostgreSQL does not say which of them fails: then they
 * are sent one by one from where the first one began. Errors as sendStatement.
 */
export async function sendBatch(
  tx: Queryable,
  batch: readonly Statement[],
  source: string,
): Promise<void> {
  const [first] = batch
  if (first === undefined) return
  if (batch.length === 1) return sendStatement(tx, first, source)
  const whole = batch.map(({ text }) => text).join('\n;\n')
  await sendText(tx, `savepoint ${savepoint}`)
  try {
    await sendText(tx, whole)
  } catch (error) {
    if (!isAboutRows(error)) throw tell(error, first, source)
    await sendText(tx, `rollback to savepoint ${savepoint}`)
    for (const statement of batch) await sendStatement(tx, statement, source)
  }
  await sendText(tx, `release savepoint ${savepoint}`)
}

/** A name that no savepoint of a file has. */
const savepoint = quoteName('rows of a file')

/** What waits, is cancelled or lacks space is not tried again: all of the batch are about one table, as its first. */
function isAboutRows(error: unknown): boolean {
  return isSQLError(error) && /^(?:0A|22|23|42|44|P0)/.test(error.code)
}

function tell(error: unknown, statement: Statement, source: string): unknown {
  const { file, line, column } = statement
  const where = `${file}:${String(line)}:${String(column)}`
  return tellError(error, where, asStatementError(error, statement, source))
}
