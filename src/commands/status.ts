import { countTables } from '../deploy/history/adoption.ts'
import { readArrival, refuseUnfit } from '../deploy/run/arrival.ts'
import { seeStanding } from '../deploy/history/standing.ts'
import type { SeenStanding } from '../deploy/history/standing.ts'
import { readHistory } from '../deploy/history/history.ts'
import { refuseInapplicable } from '../deploy/run/transaction.ts'
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
}

/**
 * Says which migrations a database has and which it lacks, and why apply would refuse; changes nothing. Throws UserError
 * where nothing can be seen: the environment, the server or the history cannot be read.
 */
export async function statusCommand(context: Context, environment: string): Promise<StatusResult> {
  const { folder, refusals } = await readFolder(context.project.folders.migrations)
  return withReadTarget(context, environment, async (target) =>
    see(context, target, { folder, refusals }),
  )
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
): Promise<StatusResult> {
  const { session, address, environment, pooler } = target
  const history = await readHistory(session)
  const standing = folder === undefined ? nothing : seeStanding(folder, history)
  const versions = describeVersions(folder, history, standing)
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
    refusals: [
      ...toArray(pooler?.message),
      ...unclear,
      ...(await refusalsOf(async () => refuseUnfit(await readArrival(session, project.schemas)))),
      ...(await refusalsOfFiles(standing)),
    ],
  }
}

function toArray<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value]
}

const nothing: SeenStanding = { applied: [], pending: [], unrecorded: [], mismatch: undefined }

async function refusalsOfFiles({ pending }: SeenStanding): Promise<string[]> {
  const found = await Promise.all(
    pending.map(async (migration) => refusalsOf(async () => refuseInapplicable(migration))),
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
