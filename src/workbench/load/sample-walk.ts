import type { Migration } from '../../files/migrations.ts'
import type { Sample } from '../../files/samples.ts'
import { isSQLError, withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'
import type { ServerError } from '../../postgres/server-error.ts'
import { replayMigration } from './replay.ts'
import { readHindrance } from './sample-hindrance.ts'
import { readLeft } from './sample-tables.ts'
import { fillSamples } from './sample-rows.ts'
import type { LateSample, SampleRows } from './sample-rows.ts'

/** Migrations to run over sample rows. */
export interface SampleWalk {
  readonly samples: readonly Sample[]
  readonly migrations: readonly Migration[]
  /** What the database has of them; undefined where none was tried yet. */
  readonly rows: SampleRows | undefined
  /** The files that wait for a migration. */
  readonly late: readonly LateSample[]
}

/** What the walk came to: the rows at its end, or the files that wait from now on, and it has to start again. */
export type Walked = { readonly rows: SampleRows } | { readonly late: readonly LateSample[] }

/**
 * Runs migrations with the rights of `url`, and loads each file of samples at the first version at which it loads, as
 * the superuser of `adminUrl`. A migration that fails over these rows is no error. Throws UserError for one that fails
 * without any.
 */
export async function walkSamples(
  { url, adminUrl }: { readonly url: string; readonly adminUrl: string },
  walk: SampleWalk,
): Promise<Walked> {
  return withSession(url, (owner) =>
    withSession(adminUrl, (admin) => walkOpen({ owner, admin }, walk)),
  )
}

interface Sessions {
  readonly owner: Session
  readonly admin: Session
}

async function walkOpen({ owner, admin }: Sessions, walk: SampleWalk): Promise<Walked> {
  let rows = walk.rows ?? (await fillReady(admin, walk, { done: 0, rows: undefined }))
  for (const [at, migration] of walk.migrations.entries()) {
    const failure = await replay(owner, migration, rows)
    if (failure !== undefined) {
      const why = `${messageLine(failure)} (${failure.code})`
      const files = await readHindrance(admin, { migration, failure, loaded: rows.loaded })
      return { late: postpone(walk.late, files, { after: migration.file, why }) }
    }
    rows = await fillReady(admin, walk, { done: at + 1, rows })
  }
  return { rows }
}

/** Answers how a migration fails over rows; one that fails where no file is loaded fails by itself. */
async function replay(
  owner: Session,
  migration: Migration,
  { loaded }: SampleRows,
): Promise<ServerError | undefined> {
  try {
    await replayMigration(owner, migration)
    return undefined
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    if (!isSQLError(cause) || loaded.length === 0 || isOfServer(cause)) throw error
    return cause
  }
}

/** Of the server rather than of rows: out of resources, cancelled, a lock, a lost connection (manual, appendix A). */
function isOfServer({ code }: ServerError): boolean {
  return /^(?:08|40|53|55|57|58|XX)/.test(code)
}

/** Tries the files that are not loaded yet, after so many of the walk's migrations. */
async function fillReady(
  admin: Session,
  { samples, migrations, late }: SampleWalk,
  { done, rows }: { readonly done: number; readonly rows: SampleRows | undefined },
): Promise<SampleRows> {
  const before = await readLeft(admin, samples, rows?.loaded ?? [])
  const there = new Set(before.map(({ file }) => file))
  const toCome = new Set(migrations.slice(done).map(({ file }) => file))
  const barred = new Set(late.filter(({ after }) => toCome.has(after)).map(({ file }) => file))
  const ready = samples.filter(({ file }) => !there.has(file) && !barred.has(file))
  const { loaded, unloaded } = await fillSamples(admin, ready)
  return { loaded: [...before, ...loaded], late, unloaded }
}

function postpone(
  late: readonly LateSample[],
  files: readonly string[],
  how: Omit<LateSample, 'file'>,
): LateSample[] {
  return [
    ...late.filter(({ file }) => !files.includes(file)),
    ...files.map((file) => ({ file, ...how })),
  ].toSorted((a, b) => (a.file < b.file ? -1 : 1))
}
