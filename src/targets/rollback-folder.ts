import { decideRollback } from '../deploy/history/standing.ts'
import { readHistory } from '../deploy/history/history.ts'
import { measureLosses } from '../deploy/rollback/losses.ts'
import type { Loss } from '../deploy/rollback/losses.ts'
import { recordUnrecorded } from '../deploy/history/reconcile.ts'
import { refuseLosses, rollbackMigrations } from '../deploy/rollback/rollback.ts'
import type { RolledBack } from '../deploy/rollback/rollback.ts'
import type { Limits } from '../deploy/run/session.ts'
import type { Migration, MigrationFolder, NamedVersion } from '../files/migrations.ts'
import type { Project } from '../files/project.ts'
import { isEmptyText } from '../sql/scan/stretches.ts'
import type { Talk } from '../files/context.ts'
import { numberedMigration } from './numbered-migration.ts'
import { findStandingOf } from './target-standing.ts'
import type { LockedRequest, Target } from './target.ts'

/** Which database to roll back how far, and what may be lost. */
export interface RollbackRequest extends LockedRequest {
  /** What stays the newest applied version, or `none`. */
  readonly to: RollbackGoal
  readonly dryRun: boolean
  readonly allowDataLoss: boolean
  readonly limits: Limits
}

/** Where a rollback ends: at a version, or so many steps back. */
export type RollbackGoal =
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'steps'; readonly steps: number }

/** What a rollback did, or in a dry run would do, and what is lost by it. */
export interface RollbackResult {
  readonly environment: string
  readonly address: string
  readonly dryRun: boolean
  readonly limits: Limits
  readonly rolledBack: readonly RolledBack[]
  /** What a dry run would roll back, newest first. */
  readonly pending: readonly NamedVersion[]
  /** What is lost, or in a dry run would be. */
  readonly losses: readonly Loss[]
  /** The newest version that is applied now. */
  readonly current: string | undefined
}

/** The database, whose migration lock is held, who rolls back, and who hears of it. */
interface Ground {
  readonly target: Target
  readonly operator: Project['operator']
  readonly talk: Talk
}

/**
 * Rolls back migrations of a folder that is loaded and checked, newest first. Before anything is changed it counts what
 * would be lost, and refuses when that is anything, unless data loss is allowed. Throws UserError for whatever a person
 * can correct.
 */
export async function rollbackFolder(
  { to, dryRun, allowDataLoss, limits }: RollbackRequest,
  folder: MigrationFolder,
  { target, operator, talk }: Ground,
): Promise<RollbackResult> {
  const { session, environment, address } = target
  const history = await readHistory(session)
  const standing = findStandingOf(environment, folder, history)
  const undone = decideRollback(standing, goalVersion(to, standing.applied))
  const current = standing.applied.at(-1 - undone.length)?.version
  for (const sentence of emptyFiles(undone)) talk.note(sentence)
  talk.step('counting what would be lost')
  const losses = await measureLosses(session, undone, limits)
  const common = { environment: environment.name, address, dryRun, limits, losses }
  if (dryRun) {
    const pending = undone.map(({ version, name }) => ({ version, name }))
    return { ...common, rolledBack: [], pending, current: standing.applied.at(-1)?.version }
  }
  if (!allowDataLoss) refuseLosses(losses)
  await recordUnrecorded(session, standing.unrecorded, { history, operator })
  const rolledBack = await rollbackMigrations(session, undone, {
    history: await readHistory(session),
    limits,
    allowDataLoss,
    onStart: (migration) => talk.step(`taking back ${numberedMigration(migration, undone)}`),
  })
  return { ...common, rolledBack, pending: [], current }
}

/** What a down file does that is empty: right where a migration changed nothing that can be undone. */
function emptyFiles(migrations: readonly Migration[]): string[] {
  return migrations.flatMap(({ version, down }) =>
    down !== undefined && isEmptyText(down.text)
      ? [`${down.path}: empty: it changes nothing, and ${version} is only removed from the history`]
      : [],
  )
}

function goalVersion(goal: RollbackGoal, applied: readonly NamedVersion[]): string {
  if (goal.kind === 'version') return goal.version
  return applied.at(-1 - goal.steps)?.version ?? 'none'
}
