import { UserError } from '../../errors.ts'
import { decodeText, loadIfThere } from '../../files/read-text.ts'
import { isSQLError, sendText, withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { withoutPsql } from '../../sql/scan/psql-text.ts'
import { upPartOf } from '../../sql/scan/up-part.ts'
import { isEmptyText } from '../../sql/scan/stretches.ts'
import { runStepwise, runWhole } from './script.ts'
import type { Script } from './script.ts'
import { hasRole } from './load-tries.ts'
import type { Load } from './load-tries.ts'
import { ensureRole } from '../plain-workbench.ts'
import type { Workbench } from '../server/server.ts'
import { readWrongBodies } from '../load/function-bodies.ts'
import { withoutServerWide } from '../load/server-wide.ts'

/** A `.sql` file, ready to be sent. */
export interface SqlFile extends Script {
  /** The roles that it would make. */
  readonly roles: readonly string[]
  /** A sentence for each statement that is passed over. */
  readonly notes: readonly string[]
}

/**
 * Reads a file of a person, or of pg_dump. Throws UserError for what only psql knows, and for what is about the
 * server.
 */
export async function loadSqlFile(path: string): Promise<SqlFile> {
  const bytes = await loadIfThere(path)
  if (bytes === undefined) throw new UserError(`${path}: no such file.`)
  const file = await parseSqlFile(decodeText(bytes, path), path)
  const isEmpty = isEmptyText(file.text)
  const notes = isEmpty ? [`${path}: empty: this is the state of an empty database`] : []
  return { ...file, notes: [...file.notes, ...notes] }
}

/** The same for a text that was read. */
export async function parseSqlFile(read: string, path: string): Promise<SqlFile> {
  const upPart = upPartOf(read, path)
  const { text, rows, notes } = withoutPsql(upPart.text, path)
  const own = await withoutServerWide(text, path)
  return { path, rows, ...own, notes: [...upPart.notes, ...notes, ...own.notes] }
}

/**
 * How a file is run, as it is and in its order: all at once, which is fast and one transaction, or as psql does, one
 * statement after the other, which allows more and tells the place of what fails. Where a body names what comes later,
 * once more without looking into bodies, and then all of them are checked.
 */
export function loadsOf(file: SqlFile): readonly [Load, Load, Load] {
  let failure: unknown
  return [
    async ({ url }) => withSession(url, async (session) => runWhole(session, file)).then(nothing),
    async ({ url }) =>
      withSession(url, async (session) => {
        await runStepwise(session, file).catch((error: unknown) => {
          failure = error
          throw error
        })
      }).then(nothing),
    async ({ url }) => {
      if (!lacksName(failure)) throw failure
      return withSession(url, async (session) => {
        if (!(await runWithBodiesLast(session, file))) throw failure
      }).then(nothing)
    },
  ]
}

function nothing(): string[] {
  return []
}

/** Whether a statement failed since there is nothing of a name: a relation, column, function or type. */
function lacksName(failure: unknown): boolean {
  const cause = failure instanceof Error ? failure.cause : undefined
  return isSQLError(cause) && /^42(?:P01|703|883|704)$/.test(cause.code)
}

/** Whether that works, and every body is right in the end. */
async function runWithBodiesLast(session: Session, file: SqlFile): Promise<boolean> {
  await sendText(session, 'set check_function_bodies = off')
  const isLoaded = await runStepwise(session, file).then(
    () => true,
    () => false,
  )
  if (!isLoaded) return false
  await sendText(session, 'set check_function_bodies = on')
  return (await session.tx(readWrongBodies)).length === 0
}

/**
 * Sees that the roles are there that a file would make: on an embedded workbench they are made, where they are names
 * only. Throws UserError where the server is somebody's and lacks one.
 */
export async function provideRoles(
  { kind, session }: Workbench,
  { path, roles }: Pick<SqlFile, 'path' | 'roles'>,
): Promise<void> {
  for (const role of roles) {
    if (await hasRole(session, role)) continue
    if (kind !== 'embedded') {
      throw new UserError(
        `${path}: creates the role ${role}, which the server of the workbench lacks. Roles belong to the whole server: ` +
          'create it there first, or unset WORKBENCH_URL.',
      )
    }
    await ensureRole(session, role)
  }
}
