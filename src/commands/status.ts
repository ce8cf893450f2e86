import { countTables } from '../deploy/history/adoption.ts'
import { readArrival, refuseUnfit } from '../deploy/session/arrival.ts'
import { decideApply, seeStanding } from '../deploy/history/standing.ts'
import { seeSquashed } from '../deploy/history/squashed.ts'
import type { SeenStanding } from '../deploy/history/standing.ts'
import { readHistory } from '../deploy/history/history.ts'
import { readEvents } from '../deploy/journal/read-events.ts'
import type { JournalEvent } from '../deploy/journal/read-events.ts'
import { parseApplicable } from '../deploy/run/transaction.ts'
import { refuseMissingRoles } from '../deploy/questions/missing-roles.ts'
import { readRunning } from '../deploy/session/running.ts'
import type { Running } from '../deploy/session/running.ts'
import { UserError } from '../errors.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { MigrationFolder } from '../files/migrations.ts'
import type { Context } from '../files/context.ts'
import { adviseFor } from '../targets/target-standing.ts'
import { withReadTarget } from '../targets/target.ts'
import type { Target } from '../targets/target.ts'
import { describeVersions } from '../targets/version-status.ts'
import type { VersionStatus } from '../targets/version-status.ts'

/** Where a database is in the folder of migrations. */
export interface StatusResult {
  readonly environment: string
  readonly address: string
  /**
   * `unadopted`: there are tables but no history, which `baseline` records. `unclear`: folder and history do not belong
   * together, or the folder is not as it was sealed.
   */
  readonly state: 'up to date' | 'pending' | 'unadopted' | 'unclear'
  readonly current: string | undefined
  /** By version; those of the history that the folder lacks too. */
  readonly versions: readonly VersionStatus[]
  /** Why apply would refuse, a reason each. */
  readonly refusals: readonly string[]
  /** The newest runs of migrations, newest first; null where nobody asked, or where there is no journal. */
  readonly journal: readonly JournalEvent[] | null
  /** Which migration runs there now. */
  readonly running: Running | undefined
}

/** What else to read. */
export interface StatusOptions {
  readonly journal?: boolean
}

/**
 * Says which migrations a database has and which it lacks, and why apply would refuse; changes nothing. Throws UserError
 * where nothing can be seen: the environment, the server or the history cannot be read.
 */
export async function statusCommand(
  context: Context,
  environment: string,
  { journal = false }: StatusOptions = {},
): Promise<StatusResult> {
  const { folder, refusals } = await readFolder(context.project.folders.migrations)
  return withReadTarget(context, environment, async (target) => ({
    ...(await see(context, target, { folder, refusals })),
    journal: journal ? await readJournal(context, target) : null,
  }))
}

async function readJournal(
  { talk }: Context,
  { session }: Target,
): Promise<readonly JournalEvent[] | null> {
  const events = await readEvents(session)
  if (events === undefined) talk.note('there is no journal that this user may use')
  return events ?? null
}

interface SeenFolder {
  /** Undefined where it cannot be loaded. */
  readonly folder: MigrationFolder | undefined
  readonly refusals: readonly string[]
}

async function readFolder(path: string): Promise<SeenFolder> {
  let folder: MigrationFolder | undefined
  const refusals = await refusalsOf(async () => {
    folder = await loadMigrations(path)
    await checkSeal(folder)
  })
  return { folder, refusals }
}

async function see(
  { project }: Context,
  target: Target,
  { folder, refusals }: SeenFolder,
): Promise<Omit<StatusResult, 'journal'>> {
  const { session, address, environment, pooler } = target
  const history = await readHistory(session)
  const standing = folder === undefined ? nothing : seeStanding(folder, history)
  const seen = folder === undefined ? history : seeSquashed(folder, history).history
  const versions = describeVersions(folder, seen, standing)
  const unclear = [...refusals, ...toArray(standing.mismatch)].map((sentence) =>
    sentence === standing.mismatch ? adviseFor(environment, sentence) : sentence,
  )
  const applied = versions.filter((version) => version.applied)
  const unadopted = applied.length === 0 && (await countTables(session, project.schemas)) > 0
  return {
    environment: environment.name,
    address,
    state: unclear.length > 0 ? 'unclear' : unadopted ? 'unadopted' : stateOf(standing),
    current: applied.at(-1)?.version,
    versions,
    refusals: unique([
      ...toArray(pooler?.message),
      ...unclear,
      ...(await refusalsOf(async () => refuseUnfit(await readArrival(session, project.schemas)))),
      ...(await refusalsOf(async () => decideApply(standing, undefined, environment.name))),
      ...(await refusalsOfFiles(standing)),
      ...(await refusalsOf(async () => refuseMissingRoles(session, standing.pending))),
    ]),
    running: await readRunning(session),
  }
}

function toArray<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value]
}

/** What cannot be parsed is met more than once. */
function unique(sentences: readonly string[]): string[] {
  return [...new Set(sentences)]
}

const nothing: SeenStanding = { applied: [], pending: [], unrecorded: [], mismatch: undefined }

async function refusalsOfFiles({ pending }: SeenStanding): Promise<string[]> {
  const found = await Promise.all(
    pending.map(async (migration) => refusalsOf(async () => parseApplicable(migration))),
  )
  return found.flat()
}

async function refusalsOf(check: () => Promise<unknown>): Promise<string[]> {
  try {
    await check()
    return []
  } catch (error) {
    if (error instanceof UserError) return [error.message]
    throw error
  }
}

function stateOf({ pending }: SeenStanding): StatusResult['state'] {
  return pending.length === 0 ? 'up to date' : 'pending'
}
