import { UserError } from '../../errors.ts'
import { decodeText, loadIfThere } from '../../files/read-text.ts'
import { sendText, withSession } from '../../postgres/connect.ts'
import { asFileError, asStatementError } from '../../postgres/server-error.ts'
import { withoutPsql } from '../../sql/scan/psql-text.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import { isEmptyText } from '../../sql/scan/stretches.ts'
import { hasRole } from './load-tries.ts'
import type { Load } from './load-tries.ts'
import { ensureRole } from '../plain-workbench.ts'
import type { Workbench } from '../server/server.ts'
import { withoutServerWide } from '../load/server-wide.ts'

/** A `.sql` file, ready to be sent. */
export interface SqlFile {
  readonly path: string
  readonly text: string
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
  const text = withoutPsql(decodeText(bytes, path), path)
  const own = await withoutServerWide(text, path)
  const notes = isEmptyText(text) ? [`${path}: empty: this is the state of an empty database`] : []
  return { path, ...own, notes: [...own.notes, ...notes] }
}

/**
 * How a file is run, as it is and in its order: all at once, which is fast and one transaction, or as psql does, one
 * statement after the other, which allows more and tells the place of what fails.
 */
export function loadsOf({ text, path }: SqlFile): readonly [Load, Load] {
  const whole: Load = async ({ url }) =>
    withSession(url, async (session) => {
      await sendText(session, text).catch((error: unknown) => {
        throw asFileError(error, text, { path })
      })
    })
  const each: Load = async ({ url }) =>
    withSession(url, async (session) => {
      for (const statement of await splitStatements(text, path)) {
        await sendText(session, statement.text).catch((error: unknown) => {
          throw asStatementError(error, statement, text)
        })
      }
    })
  return [whole, each]
}

/**
 * Sees that the roles are there that a file would make: on an embedded workbench they are made, where they are names
 * only. Throws UserError where the server is somebody's and lacks one.
 */
export async function provideRoles(
  { kind, session }: Workbench,
  { path, roles }: SqlFile,
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
