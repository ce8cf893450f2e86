import type { CopyStmt } from 'libpg-query'
import { UserError } from '../../errors.ts'
import { isSQLError, sendText } from '../../postgres/connect.ts'
import type { Queryable, Session } from '../../postgres/connect.ts'
import { asFileError, asStatementError, messageLine } from '../../postgres/server-error.ts'
import type { ServerError } from '../../postgres/server-error.ts'
import { insertsOf } from '../../sql/rows/copied-rows.ts'
import { renderCaret } from '../../sql/scan/place.ts'
import type { RowsOfCopy } from '../../sql/scan/psql-text.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import type { Statement } from '../../sql/scan/split.ts'
import { txModeOf } from '../../sql/scan/txmode.ts'

/** What of a file is sent to a server. */
export interface Script {
  readonly path: string
  readonly text: string
  /** The rows of its `copy … from stdin`. */
  readonly rows: readonly RowsOfCopy[]
}

/** Runs a file as one text, which is one implicit transaction. Throws UserError with the place. */
export async function runWhole(session: Session, script: Script): Promise<void> {
  if (script.rows.length > 0) {
    await session.tx(async (tx) => runStepwise(tx, script))
    return
  }
  await sendText(session, script.text).catch((error: unknown) => {
    throw asFileError(error, script.text, script)
  })
}

/** Runs a file as psql does, one statement after the other. Throws UserError with the place. */
export async function runStepwise(db: Queryable, { text, path, rows }: Script): Promise<void> {
  const byStart = new Map(rows.map(({ start, data }) => [start, data]))
  for (const statement of await splitStatements(text, path)) {
    const data = byStart.get(statement.offset)
    const texts = data === undefined ? [statement.text] : insertRows(statement, data, text)
    for (const each of texts) {
      await sendText(db, each).catch((error: unknown) => {
        throw asStatementError(error, data === undefined ? statement : bare(statement), text)
      })
    }
  }
}

/** The place in an insert of ours is none in the file. */
function bare(statement: Statement): Statement {
  return { ...statement, text: '' }
}

function insertRows(statement: Statement, data: string, source: string): readonly string[] {
  const { tree, file, line, column, offset } = statement
  const copy: CopyStmt = 'CopyStmt' in tree ? tree.CopyStmt : {}
  const inserts = insertsOf(copy, data)
  if (typeof inserts !== 'string') return inserts
  throw new UserError(
    `${file}:${String(line)}:${String(column)}: ${inserts}\n${renderCaret(source, offset)}`,
  )
}

/**
 * Runs a migration of somebody: as one implicit transaction, or statement by statement where it says so or PostgreSQL
 * refuses it in a transaction. Answers a sentence where it was the latter. Throws UserError with the place.
 */
export async function runMigrationScript(session: Session, script: Script): Promise<string[]> {
  const { text, path } = script
  if (txModeOf(text) === 'stepwise') {
    await runStepwise(session, script)
    return [`${path}: run statement by statement, as it asks.`]
  }
  if (await endsTransactions(script)) {
    await runStepwise(session, script)
    return []
  }
  try {
    await runWhole(session, script)
    return []
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    if (!isSQLError(cause)) throw error
    if (!refusedInTransaction.has(cause.code)) throw await placedError(session, script, cause)
    await runStepwise(session, script)
    return [noteOf(path, cause)]
  }
}

/** A file that begins and ends its transactions by itself is what psql makes of it. */
async function endsTransactions({ text, path }: Script): Promise<boolean> {
  if (!/\b(?:begin|start|commit|end|rollback|abort)\b/i.test(text)) return false
  const statements = await splitStatements(text, path)
  return statements.some(({ node }) => node === 'TransactionStmt')
}

/** Many of PostgreSQL's errors have no place in the text: then the statements are run one by one to find it. */
async function placedError(session: Session, script: Script, cause: ServerError): Promise<unknown> {
  if (cause.position === undefined) await session.tx(async (tx) => runStepwise(tx, script))
  return asFileError(cause, script.text, script)
}

function noteOf(path: string, cause: ServerError): string {
  return `${path}: run statement by statement, since PostgreSQL refuses it in a transaction: ${messageLine(cause)}.`
}

/** Active transaction, invalid end of one, and a label of an enum that is not committed yet. */
const refusedInTransaction: ReadonlySet<string> = new Set(['25001', '2D000', '55P04'])
