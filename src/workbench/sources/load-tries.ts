import { UserError, messageOf } from '../../errors.ts'
import { sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { ensureRole } from '../plain-workbench.ts'
import type { Scratch } from '../scratch/scratch.ts'
import type { Workbench } from '../server/server.ts'

/** Gives a database to `use`, a new one each time. */
export type MakeScratch = <T>(use: (scratch: Scratch) => Promise<T>) => Promise<T>

/**
 * Loads something into a new database, by one of several methods; answers what is to be known of it, a sentence each.
 * Throws UserError where it fails.
 */
export type Load = (scratch: Scratch) => Promise<readonly string[]>

/** What to load, and on what. */
export interface Loading {
  readonly workbench: Workbench
  readonly make: MakeScratch
  /** Tried in turn, each on a new database. */
  readonly loads: readonly [Load, ...Load[]]
}

/**
 * Passes a database in which something was loaded. On an embedded workbench, missing roles are created as mere
 * names. Throws the last method's UserError.
 */
export async function withLoaded<T>(
  { workbench, make, loads }: Loading,
  use: (scratch: Scratch, notes: readonly string[]) => Promise<T>,
): Promise<T> {
  for (let at = 0; ;) {
    const load = loads[at] ?? loads[0]
    const outcome = await make(async (scratch) => {
      const notes = await load(scratch).catch(asUserError)
      return notes instanceof UserError ? { error: notes } : { used: await use(scratch, notes) }
    })
    if ('used' in outcome) return outcome.used
    if (await makeMissingRole(workbench, outcome.error)) continue
    at += 1
    if (at === loads.length) throw withPlatformHint(withRoleHint(outcome.error))
  }
}

function asUserError(error: unknown): UserError {
  if (error instanceof UserError) return error
  throw error
}

/**
 * Makes the role that an error says is missing, on a server of ours. False when the error is about something else, or
 * the server is somebody's.
 */
export async function makeMissingRole(
  { kind, session }: Workbench,
  error: unknown,
): Promise<boolean> {
  const role = missingRole(error)
  if (role === undefined || kind !== 'embedded' || (await hasRole(session, role))) return false
  await ensureRole(session, role)
  return true
}

/** Whether a server has a role. */
export async function hasRole(session: Session, name: string): Promise<boolean> {
  const rows: unknown[] = await session.query(
    sql`select 1 from pg_catalog.pg_roles as r where r.rolname = ${name}`,
  )
  return rows.length > 0
}

function missingRole(error: unknown): string | undefined {
  return /role "(?<name>[^\n]+)" does not exist \(42704\)/.exec(messageOf(error))?.groups?.['name']
}

function withRoleHint(error: UserError): UserError {
  const role = missingRole(error)
  if (role === undefined) return error
  return new UserError(
    `${error.message}\nRoles belong to the whole server and are not made here: make ${role} there first.`,
    { cause: error },
  )
}

/** What only Supabase has is not there in an empty database. */
function withPlatformHint(error: UserError): UserError {
  const lacking = /schema "(?<name>auth|storage|realtime|vault|extensions)" does not exist/
  const name = lacking.exec(error.message)?.groups?.['name']
  if (name === undefined) return error
  const hint = `Supabase has the schema ${name}: with --platform supabase, files are loaded on what Supabase has.`
  return new UserError(`${error.message}\n${hint}`, { cause: error })
}
