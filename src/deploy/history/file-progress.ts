import { UserError } from '../../errors.ts'
import type { Migration } from '../../files/migrations.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { hasFlag, revisionType } from './history.ts'
import type { History, Revision } from './history.ts'

/** How far a file has come that is run statement by statement, in a direction. */
export interface Progress {
  readonly direction: 'up' | 'down'
  /** How many of its statements are done. */
  readonly done: number
  /** Of how many. */
  readonly total: number
  /** Whether the next was begun by a run that could not tell its end. */
  readonly inDoubt: boolean
  /** The hashes of those that are done, as Atlas writes them. */
  readonly hashes: readonly string[]
  /** Why it stopped, where a statement failed. */
  readonly error: string | undefined
}

/** A version that a run left between two statements, and how far it is. */
export interface PartialVersion extends Progress {
  readonly version: string
  /** Who ran it. */
  readonly operator: string
}

/**
 * What stands at the start of Atlas's column `error` while a down file is run. Its hashes are those of the down file, so
 * that Atlas itself does not take the version for one to continue.
 */
const downMark = /^rollback: \d+ of \d+ statements are done(?:; (?<message>[^]*))?$/

/** The version that a run left half done; undefined where none is, or where somebody has set it as resolved by hand. */
export function partialVersion({ atlas = [] }: History): PartialVersion | undefined {
  const row = atlas.find(
    (revision) =>
      (revision.error !== null || revision.applied < revision.total) &&
      !hasFlag(revision, revisionType.resolved),
  )
  return row && { version: row.version, operator: row.operator, ...progressOf(row) }
}

function progressOf({ applied, total, error, errorStatement, partialHashes }: Revision): Progress {
  const down = downMark.exec(error ?? '')
  const message = (down === null ? error : down.groups?.['message']) ?? undefined
  return {
    direction: down === null ? 'up' : 'down',
    done: applied,
    total,
    inDoubt: message === undefined && errorStatement !== null,
    hashes: partialHashes,
    error: message,
  }
}

/** Throws UserError when statements were changed that are done already. */
export function refuseChanged(path: string, progress: Progress, hashes: readonly string[]): void {
  const changed = progress.hashes.findIndex((hash, at) => hash !== hashes[at])
  if (changed === -1 && progress.hashes.length === progress.done) return
  throw new UserError(
    `${path}: edited after a part of it was run: its first ${String(progress.done)} statements are done, and number ${String(Math.max(changed, 0) + 1)} ` +
      'is another one now. Restore them (git checkout). What comes behind them may be changed.',
  )
}

/** A migration, and how far one of its files is. */
export interface Step {
  readonly migration: Migration
  readonly progress: Progress
  /** The text of the statement that was begun or that failed. */
  readonly statement?: string
  readonly operator: string
  /** How long the statement took, in milliseconds. */
  readonly milliseconds?: number
}

/** Writes how far a file is into Atlas's row of its version, which is made where it is missing. */
export async function writeProgress(db: Queryable, step: Step): Promise<void> {
  const { migration, progress, statement = null, operator, milliseconds = 0 } = step
  const { direction, done, total, hashes } = progress
  await db.query(sql`
    insert into atlas_schema_revisions.atlas_schema_revisions as r
      (version, description, type, applied, total, executed_at, execution_time, error, error_stmt, hash, partial_hashes, operator_version)
    values (
      ${migration.version},
      ${migration.name},
      ${revisionType.executed},
      ${done},
      ${total},
      pg_catalog.clock_timestamp(),
      ${Math.round(milliseconds * 1_000_000)},
      ${errorText(progress)},
      ${statement},
      ${migration.hash},
      ${JSON.stringify(hashes)}::jsonb,
      ${operator}
    )
    on conflict (version) do update set
      applied = excluded.applied,
      total = excluded.total,
      execution_time = r.execution_time + excluded.execution_time,
      error = excluded.error,
      error_stmt = excluded.error_stmt,
      hash = case when ${direction} = 'up' then excluded.hash else r.hash end,
      partial_hashes = excluded.partial_hashes
  `)
}

function errorText({ direction, done, total, error }: Progress): string | null {
  if (direction === 'up') return error ?? null
  const behind = error === undefined ? '' : `; ${error}`
  return `rollback: ${String(done)} of ${String(total)} statements are done${behind}`
}

/** Writes that all of a migration is done, as of one that ran in one transaction. */
export async function completeProgress(db: Queryable, version: string): Promise<void> {
  await db.query(sql`
    update atlas_schema_revisions.atlas_schema_revisions
    set applied = total, error = null, error_stmt = null, partial_hashes = null
    where version = ${version}
  `)
}

/** Undoes that a file was begun, where none of its statements is done: of an up file the row, of a down file the mark. */
export async function dropProgress(
  db: Queryable,
  { migration, progress }: Step,
  total: number,
): Promise<void> {
  if (progress.direction === 'up') {
    await db.query(sql`
      delete from atlas_schema_revisions.atlas_schema_revisions
      where version = ${migration.version} and applied = 0
    `)
    return
  }
  await db.query(sql`
    update atlas_schema_revisions.atlas_schema_revisions
    set applied = ${total}, total = ${total}, error = null, error_stmt = null, partial_hashes = null
    where version = ${migration.version}
  `)
}
