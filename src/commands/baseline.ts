import { UserError } from '../errors.ts'
import { countTables } from '../deploy/history/adoption.ts'
import { decideApply } from '../deploy/history/standing.ts'
import { readHistory, revisionType } from '../deploy/history/history.ts'
import { recordVersions } from '../deploy/history/reconcile.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { Migration, MigrationFolder, NamedVersion } from '../files/migrations.ts'
import { areSame } from '../model/sections.ts'
import type { SectionComparison } from '../model/sections.ts'
import type { Context } from '../files/context.ts'
import { compareTarget } from '../targets/compare-target.ts'
import { completeJournal } from '../deploy/journal/complete-journal.ts'
import { openTargetJournal } from '../targets/target-journal.ts'
import { workbenchLike } from '../targets/target-workbench.ts'
import { findStandingOf } from '../targets/target-standing.ts'
import { withLockedTarget } from '../targets/target.ts'
import type { LockedRequest, Target } from '../targets/target.ts'

/** Which versions to record where. */
export interface BaselineRequest extends LockedRequest {
  /** The newest version to record; the newest of the folder when undefined. */
  readonly version: string | undefined
  readonly dryRun: boolean
  /** Record it though the database is not what those migrations make. */
  readonly allowDifferences: boolean
}

/** What was recorded, or why not. */
export interface BaselineResult {
  readonly environment: string
  readonly address: string
  readonly dryRun: boolean
  /** Whether the versions may be recorded: no differences were found, or they are allowed. */
  readonly accepted: boolean
  /** Whether they were recorded: what is accepted, but in a dry run. */
  readonly done: boolean
  readonly versions: readonly NamedVersion[]
  readonly sections: readonly SectionComparison[]
}

/**
 * Records versions as applied in a database that has the tables but no history, after comparing it with what
 * those migrations make. Throws UserError when there is a history, or nothing to adopt.
 */
export async function baselineCommand(
  context: Context,
  request: BaselineRequest,
): Promise<BaselineResult> {
  const folder = await loadMigrations(context.project.folders.migrations)
  await checkSeal(folder)
  return withLockedTarget(context, request, (target) =>
    baselineLocked(context, request, { folder, target }),
  )
}

async function baselineLocked(
  context: Context,
  { environment, version, dryRun, allowDifferences }: BaselineRequest,
  { folder, target }: { readonly folder: MigrationFolder; readonly target: Target },
): Promise<BaselineResult> {
  const { session, address } = target
  const { operator } = context.project
  const history = await readHistory(session)
  const standing = findStandingOf(target.environment, folder, history)
  await refuseNothingToAdopt(context, standing.applied, target)
  const migrations = decideApply(standing, version, environment)
  context.talk.step('replaying the migrations to compare with')
  const { sections } = await compareTarget(await workbenchLike(context, target), session, {
    history: { folder, applied: [...standing.applied, ...migrations] },
    talk: context.talk,
  })
  const accepted = allowDifferences || areSame(sections)
  const done = accepted && !dryRun
  const details = { type: revisionType.baseline, milliseconds: 0, operator }
  if (done) {
    const journal = await openTargetJournal(context, target, folder)
    await recordVersions(session, migrations, { history, details })
    await completeJournal(journal, migrations, 'baseline')
  }
  const versions = migrations.map((migration) => ({
    version: migration.version,
    name: migration.name,
  }))
  return { environment, address, dryRun, accepted, done, versions, sections }
}

async function refuseNothingToAdopt(
  { project }: Context,
  applied: readonly Migration[],
  { environment, session }: Target,
): Promise<void> {
  const newest = applied.at(-1)
  if (newest !== undefined) {
    throw new UserError(
      `${environment.name}: it already has a history, at version ${newest.version}. Continue with: npm run apply ${environment.name}`,
    )
  }
  if ((await countTables(session, project.schemas)) > 0) return
  throw new UserError(
    `${environment.name}: there is no table in ${project.schemas.join(', ')} to adopt. Create them with: npm run apply ${environment.name}`,
  )
}
