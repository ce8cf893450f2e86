import { UserError } from '../../errors.ts'
import type { SchemaStatement } from '../../files/schema/schema-files.ts'
import { phases } from '../../sql/parsed/schema-place.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable, Transaction } from '../../postgres/connect.ts'
import { checkBodies } from './function-bodies.ts'
import { describeFailures } from './load-report.ts'
import type { LoadFailure } from './load-causes.ts'
import { tryText, tryTogether, tryUntilStill } from './load-try.ts'

/**
 * Loads schema files in one transaction, with the rights of whoever the session is; the order of the files never
 * matters. Throws UserError with file, line, caret and PostgreSQL's own words for what cannot be loaded, causes
 * only; then nothing is kept.
 */
export async function loadSchema(
  session: Queryable,
  statements: readonly SchemaStatement[],
): Promise<void> {
  await session.tx(async (tx) => {
    // A function may speak of a table that comes later: bodies are checked when all is there.
    const before = await setBodyCheck(tx, 'off')
    refuse(await tryStatements(tx, await loadPhases(tx, statements)))
    await setBodyCheck(tx, 'on')
    refuse(await checkBodies(tx, statements))
    await setBodyCheck(tx, before)
  })
}

/** Tries phase after phase, and after each what is left of those before; answers what never worked. */
async function loadPhases(
  tx: Transaction,
  statements: readonly SchemaStatement[],
): Promise<readonly SchemaStatement[]> {
  let pool: readonly SchemaStatement[] = []
  for (const phase of phases) {
    const due = statements.filter((statement) => statement.phase === phase)
    const isDone = await tryTogether(tx, due)
    pool = await tryUntilStill(tx, isDone ? pool : [...pool, ...due])
  }
  return pool
}

/** Runs what never worked once more by itself: only so PostgreSQL says the place of the error. */
async function tryStatements(
  tx: Transaction,
  pool: readonly SchemaStatement[],
): Promise<LoadFailure[]> {
  const failures: LoadFailure[] = []
  for (const statement of pool) {
    const error = await tryText(tx, statement.sql)
    if (error !== undefined) failures.push({ statement, error, shift: statement.shift })
  }
  return failures
}

function refuse(failures: readonly LoadFailure[]): void {
  if (failures.length > 0) throw new UserError(describeFailures(failures))
}

/** Sets for the transaction whether PostgreSQL checks the bodies of functions; answers what held before. */
async function setBodyCheck(tx: Transaction, value: string): Promise<string> {
  const [before, after] = await tx.query([
    sql`select pg_catalog.current_setting('check_function_bodies') as value`,
    sql`select pg_catalog.set_config('check_function_bodies', ${value}, true) as value`,
  ])
  const [row]: { readonly value: string }[] = before ?? after ?? []
  return row?.value ?? 'on'
}
