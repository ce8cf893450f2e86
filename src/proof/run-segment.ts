import { UserError } from '../errors.ts'
import { factsOfId, kindOf } from '../model/object-id.ts'
import { insteadOfCast } from '../plan/rules/without-cast.ts'
import type { Segment } from '../plan/segment.ts'
import { splitStatements } from '../sql/scan/split.ts'
import type { WrittenStatement } from '../plan/write/written-statement.ts'
import { SQLErrorCode, isSQLError, sendText } from '../postgres/connect.ts'
import type { Queryable, Transaction } from '../postgres/connect.ts'
import { messageLine } from '../postgres/server-error.ts'
import type { ServerError } from '../postgres/server-error.ts'
import { findFailing } from './find-failing.ts'
import { measureNothing, startMeasuring } from './measure.ts'
import type { Measurement, Measuring } from './measure.ts'

/** A direction that fails at one of its statements. */
export class FailedWay extends UserError {
  readonly way: 'up' | 'down'
  /** What PostgreSQL calls the error: SQLSTATE. */
  readonly code: string
  /** The statement that fails; undefined where it is the end of the transaction. */
  readonly statement: WrittenStatement | undefined
  /** What PostgreSQL says, in one line. */
  readonly reason: string

  constructor(
    message: string,
    {
      way,
      error,
      failed,
    }: {
      readonly way: 'up' | 'down'
      readonly error: ServerError
      readonly failed: WrittenStatement | undefined
    },
  ) {
    super(message, { cause: error })
    this.way = way
    this.code = error.code
    this.statement = failed
    this.reason = reasonOf(error, failed)
  }
}

/** For catching: a failed direction is a result; anything else is thrown again. */
export function asFailedWay(error: unknown): FailedWay {
  if (error instanceof FailedWay) return error
  throw error
}

/** Whether a down direction fails since a required column comes back to rows that lost its values. */
export function lacksValues({ way, code }: FailedWay): boolean {
  const missing: string = SQLErrorCode.NOT_NULL_VIOLATION
  return way === 'down' && code === missing
}

/** The statements of a transaction, and the text of the file that holds them. */
export interface SegmentText {
  readonly segment: Segment
  readonly text: string
}

/** What of a plan is run, and how it is measured: in whole unless told. */
interface RunnableSegment extends SegmentText {
  readonly way: 'up' | 'down'
  readonly start?: (tx: Transaction) => Promise<Measuring>
}

/** A transaction that is written for no file. */
export function plainText({ statements }: Segment): string {
  return statements.map(({ sql }) => `${sql};`).join('\n')
}

/** Runs transactions in their order; answers what each did to relations. Errors as runSegment. */
export async function runSegments(
  db: Queryable,
  way: 'up' | 'down',
  texts: readonly SegmentText[],
): Promise<Measurement[]> {
  const measured: Measurement[] = []
  for (const text of texts) measured.push(await runSegment(db, { way, ...text }))
  return measured
}

/** Makes a database by a plan: its work is not measured. Errors as runSegment. */
export async function makeBySegments(db: Queryable, segments: readonly Segment[]): Promise<void> {
  for (const segment of segments)
    await runSegment(db, { way: 'up', segment, text: plainText(segment), start: measureNothing })
}

/**
 * Runs the text of a segment in one transaction, as applying it does, and answers what it did to the relations that
 * were there before. Throws FailedWay with the statement that fails, its object and what PostgreSQL says.
 */
export async function runSegment(db: Queryable, runnable: RunnableSegment): Promise<Measurement> {
  if (runnable.segment.outside === true) return runOneByOne(db, runnable)
  try {
    return await db.tx(async (tx) => {
      const { withLooks, read } = await (runnable.start ?? startMeasuring)(tx)
      await sendText(tx, withLooks(runnable.text, runnable.segment))
      return read()
    })
  } catch (error) {
    if (!isSQLError(error)) throw error
    const failed = await findFailing(db, runnable.segment)
    throw new FailedWay(describe(error, runnable, failed), { way: runnable.way, error, failed })
  }
}

/** Each statement by itself: in a transaction, unless PostgreSQL does not allow that. */
async function runOneByOne(
  db: Queryable,
  { way, segment, text, start = startMeasuring }: RunnableSegment,
): Promise<Measurement> {
  const parts = await splitStatements(text, 'the plan')
  const measured: Measurement[] = []
  for (const [at, statement] of segment.statements.entries()) {
    const sql = parts[at]?.text ?? statement.sql
    measured.push(
      statement.concurrently === true
        ? await runConcurrently(db, { way, statement, sql })
        : await runSegment(db, {
            way,
            segment: { statements: [statement] },
            text: `${sql};`,
            start,
          }),
    )
  }
  return {
    statements: measured.flatMap(({ statements }) => statements),
    whole: measured.flatMap(({ whole }) => whole),
  }
}

/** Its locks cannot be looked at: it commits several times. They let others read and write. */
async function runConcurrently(
  db: Queryable,
  {
    way,
    statement,
    sql,
  }: {
    readonly way: 'up' | 'down'
    readonly statement: WrittenStatement
    readonly sql: string
  },
): Promise<Measurement> {
  try {
    await sendText(db, sql)
  } catch (error) {
    if (!isSQLError(error)) throw error
    const runnable = { way, segment: { statements: [statement] }, text: sql }
    throw new FailedWay(describe(error, runnable, statement), { way, error, failed: statement })
  }
  return { statements: [undefined], whole: [] }
}

function describe(
  error: ServerError,
  { way }: RunnableSegment,
  failed: WrittenStatement | undefined,
): string {
  const place = failed === undefined ? 'the end of the transaction' : failed.object
  const aboutRows = /^2[23]/.test(error.code)
  return [
    `not planned: ${place}: the ${way} direction fails: ${reasonOf(error, failed)}`,
    ...(failed === undefined ? [] : [failed.sql.replaceAll(/^/gm, '  ')]),
    // Details of class 23 repeat the values of rows.
    ...(error.detail === undefined || aboutRows ? [] : [`detail: ${error.detail}`]),
    ...(error.hint === undefined ? [] : [`hint: ${error.hint}`]),
    ...(aboutRows ? [rowsHint] : []),
    ...superuserHint(error, failed),
    'Nothing was written.',
  ].join('\n')
}

/** What PostgreSQL says, and what to do where it knows no cast for a column (42846: cannot_coerce). */
function reasonOf(error: ServerError, failed: WrittenStatement | undefined): string {
  const said = `${messageLine(error)} (${error.code})`
  const isCast =
    error.code === '42846' && failed !== undefined && kindOf(failed.object) === 'column'
  return isCast ? `${said}. ${insteadOfCast}` : said
}

/** That the role may not do what a superuser alone may (42501: insufficient_privilege). */
function superuserHint(
  { code }: ServerError,
  failed: Pick<WrittenStatement, 'object'> | undefined,
): string[] {
  const facts = failed === undefined ? undefined : factsOfId(failed.object)
  if (code !== '42501' || facts?.isForSuperusers !== true) return []
  return [`A superuser alone makes, renames and drops a ${facts.words}, and this role is none.`]
}

const rowsHint =
  'Rows of the samples violate it, and real rows may, too. Fix them in a migration ' +
  'that comes before (npm run new NAME).'
