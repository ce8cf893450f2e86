import { asWhole, markApplied } from '../deploy/history/mark-applied.ts'
import { removeVersion } from '../deploy/history/record.ts'
import { writeEvent } from '../deploy/journal/events.ts'
import { forgetFile, hashOf, recordFile } from '../deploy/journal/journaled-files.ts'
import { describeTextless, withRecorded } from '../deploy/journal/recorded-folder.ts'
import type { Recorded } from '../deploy/journal/recorded-folder.ts'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { MigrationFolder } from '../files/migrations.ts'
import { areSame } from '../model/sections.ts'
import type { SectionComparison } from '../model/sections.ts'
import { compareDown } from '../targets/compare-down.ts'
import { compareTarget } from '../targets/compare-target.ts'
import { decideResolution } from '../targets/decide-resolution.ts'
import type { Resolution, ResolvedAs } from '../targets/decide-resolution.ts'
import { openTargetJournal, readRecorded } from '../targets/target-journal.ts'
import { findStandingOf } from '../targets/target-standing.ts'
import { withLockedTarget } from '../targets/target.ts'
import type { LockedRequest, Target } from '../targets/target.ts'
import { workbenchOf } from '../workbench/workbench.ts'

/** What somebody did by hand, in which database. */
export interface ResolveRequest extends LockedRequest {
  readonly version: string
  readonly as: ResolvedAs
  readonly dryRun: boolean
  /** Record it though the database is not what that would make it. */
  readonly allowDifferences: boolean
}

/** What was recorded, or why not. */
export interface ResolveResult {
  readonly environment: string
  readonly address: string
  readonly version: string
  readonly name: string
  readonly as: ResolvedAs
  readonly dryRun: boolean
  /** Whether it may be recorded: no differences were found, or they are allowed. */
  readonly accepted: boolean
  /** Whether it was recorded: what is accepted, but in a dry run. */
  readonly done: boolean
  /** What differs from the database that those migrations make. */
  readonly sections: readonly SectionComparison[]
  /** What an edited down file leaves that was not there before the migration; nothing of one that is as recorded. */
  readonly down: readonly SectionComparison[]
}

/**
 * Records a version as applied or as rolled back after that was done by hand, where the database is what the migrations
 * make that are applied then. Of a version that is applied already, records the down file as the checkout has it, after it
 * was tried on a copy. Throws UserError where the version cannot be the one.
 */
export async function resolveCommand(
  context: Context,
  request: ResolveRequest,
): Promise<ResolveResult> {
  const folder = await loadMigrations(context.project.folders.migrations)
  await checkSeal(folder)
  return withLockedTarget(context, request, async (target) =>
    resolveLocked(context, request, { folder, target }),
  )
}

async function resolveLocked(
  context: Context,
  request: ResolveRequest,
  { folder, target }: { readonly folder: MigrationFolder; readonly target: Target },
): Promise<ResolveResult> {
  const { version, as, dryRun, allowDifferences } = request
  const recorded = await readRecorded(target.session, folder)
  const history = asWhole(recorded.history, version)
  const known = withRecorded(folder, { ...recorded, history })
  const standing = findStandingOf(target.environment, known, history)
  const resolution = decideResolution(standing, version, as)
  const compared = await compare(context, { target, folder: known, recorded }, resolution)
  const accepted = allowDifferences || (areSame(compared.sections) && areSame(compared.down))
  const done = accepted && !dryRun
  if (done) await record(context, { target, folder, recorded }, { ...resolution, as })
  const { name } = resolution.migration
  const { environment, address } = target
  return {
    environment: environment.name,
    address,
    version,
    name,
    as,
    dryRun,
    accepted,
    done,
    ...compared,
  }
}

/** A target, the folder that it is compared with, and what it recorded. */
interface Place {
  readonly target: Target
  readonly folder: MigrationFolder
  readonly recorded: Recorded
}

async function compare(
  context: Context,
  { target, folder, recorded }: Place,
  { migration, applied }: Resolution,
): Promise<Pick<ResolveResult, 'sections' | 'down'>> {
  const textless = describeTextless(applied)
  if (textless !== undefined) {
    throw new UserError(
      `${textless}, so the database cannot be compared with what that makes. Resolve it from a checkout that has it.`,
    )
  }
  const { talk } = context
  talk.step('replaying the migrations to compare with')
  const history = { folder, applied }
  const { sections } = await compareTarget(workbenchOf(context), target.session, { history, talk })
  const row = recorded.files.find(({ version }) => version === migration.version)
  const isOther = migration.down !== undefined && row?.downHash !== hashOf(migration.down.text)
  const at = applied.indexOf(migration)
  const down =
    isOther && at !== -1
      ? await compareDown(context, { folder, applied: applied.slice(0, at + 1) }, migration)
      : []
  return { sections, down }
}

async function record(
  context: Context,
  { target, folder, recorded: { history } }: Place,
  { migration, as }: Resolution & { readonly as: ResolvedAs },
): Promise<void> {
  const { operator } = context.project
  const journal = await openTargetJournal(context, target, folder)
  const { version } = migration
  await target.session.tx(async (tx) => {
    if (as === 'applied') {
      await markApplied(tx, migration, { history, operator })
      await recordFile(tx, journal, migration)
    } else {
      await removeVersion(tx, version, history)
      await forgetFile(tx, journal, migration)
    }
    await writeEvent(tx, journal, { verb: `resolve ${as}`, version })
  })
}
