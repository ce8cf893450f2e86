import { isSQLError, sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'
import { UserError } from '../../errors.ts'
import type { Journal } from './journal.ts'

/** What is run, of which version. */
interface Event {
  readonly verb:
    | 'apply'
    | 'rollback'
    | 'baseline'
    | 'record'
    | 'resolve applied'
    | 'resolve reverted'
    | 'squash'
  readonly version: string
}

/** Says that an event is done: in the transaction that makes it so. */
type EndEvent = (db: Queryable) => Promise<void>

/**
 * Runs `use` as an event of the journal. That it started is written at once, in a transaction apart, so that a run that
 * is cut off is seen; that it is done, by `end` in the transaction of the file itself. A failure is written afterwards,
 * where the session still can.
 */
export async function withEvent<T>(
  journal: Journal,
  event: Event,
  use: (end: EndEvent) => Promise<T>,
): Promise<T> {
  const id = await beginEvent(journal, event)
  // What could not be written before may be written with the file.
  if (id === undefined) return use(async (db) => writeLate(db, journal, event))
  try {
    return await use(async (db) => endEvent(db, id, 'done'))
  } catch (error) {
    await endEvent(journal.session, id, outcomeOf(error)).catch(() => undefined)
    throw error
  }
}

/** Throws UserError where the table takes no row. That it is locked, or the session has ended, is told by who runs the file. */
async function writeLate(db: Queryable, journal: Journal, event: Event): Promise<void> {
  try {
    await writeEvent(db, journal, event)
  } catch (error) {
    if (!isSQLError(error) || !/^(?:2[23]|42)/.test(error.code)) throw error
    throw new UserError(
      `schema_journal.events takes no row: ${messageLine(error)} (${error.code}). The file was rolled back. ` +
        'Check the table: where it was restored from a dump, its sequence may be behind its rows.',
      { cause: error },
    )
  }
}

/** Writes an event that is done with the transaction that runs. */
export async function writeEvent(
  db: Queryable,
  { actor, isOpen }: Pick<Journal, 'actor' | 'isOpen'>,
  { verb, version }: Event,
): Promise<void> {
  if (!isOpen) return
  await db.query(sql`
    insert into schema_journal.events
      (verb, version, who, from_host, git_commit, seal, ended_at, milliseconds, outcome)
    values (
      ${verb},
      ${version},
      session_user::text || coalesce(' (' || ${actor.user}::text || ')', ''),
      ${actor.host},
      ${actor.commit},
      ${actor.seal},
      pg_catalog.clock_timestamp(),
      0,
      'done'
    )
  `)
}

/** The number of the event; undefined where the journal is closed, or cannot be written now: the file tries that again. */
async function beginEvent(
  { session, actor, isOpen }: Journal,
  { verb, version }: Event,
): Promise<number | undefined> {
  if (!isOpen) return undefined
  const rows = await session
    .query(
      sql`
        insert into schema_journal.events (verb, version, who, from_host, git_commit, seal)
        values (
          ${verb},
          ${version},
          session_user::text || coalesce(' (' || ${actor.user}::text || ')', ''),
          ${actor.host},
          ${actor.commit},
          ${actor.seal}
        )
        returning id
      `,
    )
    .catch((error: unknown) => {
      if (isSQLError(error)) return []
      throw error
    })
  return rows[0]?.id
}

async function endEvent(db: Queryable, id: number, outcome: string): Promise<void> {
  await db.query(sql`
    update schema_journal.events
    set
      ended_at = pg_catalog.clock_timestamp(),
      milliseconds = extract(epoch from pg_catalog.clock_timestamp() - started_at) * 1000,
      outcome = ${outcome}
    where id = ${id} and outcome is null
  `)
}

/** PostgreSQL's code and no message: that may hold values of rows. */
function outcomeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isSQLError(cause)) return `failed: ${cause.code}`
  }
  return 'failed'
}
