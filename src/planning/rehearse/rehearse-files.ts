import { UserError } from '../../errors.ts'
import { sendStatement } from '../../deploy/run/send-statements.ts'
import { parseRunnable } from '../../deploy/run/runnable-file.ts'
import type { RunnableFile } from '../../deploy/run/runnable-file.ts'
import type { Migration } from '../../files/migrations.ts'
import type { MeasuredWork } from '../../plan/write/measured-hazards.ts'
import { sendText, withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { resetSession } from '../../postgres/reset-session.ts'
import { measureEach } from '../../proof/measure.ts'
import { standaloneOf } from '../../sql/parsed/standalone.ts'
import { sortOfStatement } from '../../sql/scan/statement-sort.ts'

/** A statement of a pending file, and what it did to relations that were there before its transaction. */
export interface RehearsedStatement {
  readonly line: number
  /** Such as `alter table`. */
  readonly sort: string
  /** Only what it locked against others, rewrote or scanned. */
  readonly work: readonly MeasuredWork[]
  /** Whether it ran outside of a transaction, where nothing is measured. */
  readonly outside: boolean
}

/** A pending file that was run. */
export interface RehearsedFile {
  readonly version: string
  readonly name: string
  readonly statements: readonly RehearsedStatement[]
}

/**
 * Runs pending files on a copy as apply runs them, and measures each statement. Throws UserError with file:line:column
 * where one fails.
 */
export async function rehearseFiles(
  url: string,
  migrations: readonly Migration[],
): Promise<RehearsedFile[]> {
  return withSession(url, async (session) => {
    const files: RehearsedFile[] = []
    for (const migration of migrations) {
      await resetSession(session)
      const file = await parseRunnable(migration)
      const { version, name } = migration
      const run = file.mode === 'stepwise' ? runEach : runWhole
      const statements = await run(session, file).catch(onCopy)
      files.push({ version, name, statements })
    }
    return files
  })
}

function onCopy(error: unknown): never {
  if (!(error instanceof UserError)) throw error
  throw new UserError(`${error.message}\nThat was on a copy: the database was not changed.`, {
    cause: error,
  })
}

async function runWhole(session: Session, file: RunnableFile): Promise<RehearsedStatement[]> {
  const work = await session.tx(async (tx) => {
    const runs = file.statements.map((each) => async () => sendStatement(tx, each, file.text))
    const measured = await measureEach(tx, runs)
    await sendText(tx, 'set constraints all immediate')
    return measured
  })
  return file.statements.map((statement, at) => shown(statement, work[at] ?? []))
}

/** Statement by statement; of a step in batches the whole, since the copy has no rows. */
async function runEach(session: Session, file: RunnableFile): Promise<RehearsedStatement[]> {
  const done: RehearsedStatement[] = []
  for (const statement of file.statements) {
    if (standaloneOf(statement) !== undefined) {
      await sendStatement(session, statement, file.text)
      done.push({ ...shown(statement, []), outside: true })
    } else {
      const [only] = await runWhole(session, { ...file, statements: [statement] })
      if (only !== undefined) done.push(only)
    }
  }
  return done
}

function shown(
  { line, text }: RunnableFile['statements'][number],
  work: readonly MeasuredWork[],
): RehearsedStatement {
  return { line, sort: sortOfStatement(text), work: work.filter(isTold), outside: false }
}

function isTold({ before, after, rewrite, scan }: MeasuredWork): boolean {
  return rewrite || scan || (after !== undefined && after !== before)
}
