import { countTables } from '../deploy/adoption.ts'
import { findStanding } from '../deploy/decide.ts'
import type { Standing } from '../deploy/decide.ts'
import { hasFlag, readHistory, revisionType } from '../deploy/history.ts'
import type { History } from '../deploy/history.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { Migration } from '../files/migrations.ts'
import type { Context } from '../files/context.ts'
import { withTarget } from './target.ts'

/** One migration and where it stands in the database. */
export interface VersionStatus {
  readonly version: string
  readonly name: string
  readonly applied: boolean
  /** When it was applied, as far as Atlas's history knows. */
  readonly appliedAt: string | undefined
  /** Whether it was only declared as applied. */
  readonly baseline: boolean
  /** The histories that know it. */
  readonly histories: readonly ('atlas' | 'supabase')[]
}

/** Where a database is in the folder of migrations. */
export interface StatusResult {
  readonly environment: string
  readonly address: string
  /** `unadopted`: there are tables but no history, which `baseline` records. */
  readonly state: 'up to date' | 'pending' | 'unadopted'
  readonly current: string | undefined
  readonly versions: readonly VersionStatus[]
}

/** Says which migrations a database has and which it lacks; changes nothing. Errors as apply's. */
export async function statusCommand(context: Context, environment: string): Promise<StatusResult> {
  const { project } = context
  const folder = await loadMigrations(project.folders.migrations)
  await checkSeal(folder)
  return withTarget(context, environment, async ({ session, address }) => {
    const history = await readHistory(session)
    const standing = findStanding(folder, history)
    const unadopted =
      standing.applied.length === 0 && (await countTables(session, project.schemas)) > 0
    return {
      environment,
      address,
      state: unadopted ? 'unadopted' : stateOf(standing),
      current: standing.applied.at(-1)?.version,
      versions: folder.migrations.map((migration) =>
        describeVersion(migration, history, standing.applied.includes(migration)),
      ),
    }
  })
}

function stateOf({ pending }: Standing): StatusResult['state'] {
  return pending.length === 0 ? 'up to date' : 'pending'
}

function describeVersion(
  { version, name }: Migration,
  { atlas, supabase }: History,
  applied: boolean,
): VersionStatus {
  const revision = atlas?.find((row) => row.version === version)
  const histories = [
    ...(revision === undefined ? [] : ['atlas' as const]),
    ...(supabase?.includes(version) === true ? ['supabase' as const] : []),
  ]
  // What Atlas declares by a later baseline has no row.
  const baseline =
    revision === undefined ? histories.length === 0 : hasFlag(revision, revisionType.baseline)
  return {
    version,
    name,
    applied,
    appliedAt: revision?.executedAt,
    baseline: applied && baseline,
    histories,
  }
}
