import { runBackfill } from '../deploy/backfill/run-backfill.ts'
import { UserError, sameCommand } from '../errors.ts'
import { decideRollback } from '../deploy/history/standing.ts'
import type { Standing } from '../deploy/history/standing.ts'
import { readHistory } from '../deploy/history/history.ts'
import type { History } from '../deploy/history/history.ts'
import type { Journal } from '../deploy/journal/journal.ts'
import type { Answers } from '../deploy/questions/question.ts'
import { rollbackMigrations } from '../deploy/rollback/rollback.ts'
import type { Ran } from '../deploy/run/run-options.ts'
import { withLockWatch } from '../deploy/run/lock-watch.ts'
import { whileKeptAlive } from '../deploy/session/keep-alive.ts'
import type { Limits } from '../deploy/session/session.ts'
import type { Migration, MigrationFolder, NamedVersion } from '../files/migrations.ts'
import type { Context } from '../files/context.ts'
import {
  refuseOtherDowns,
  withRecorded,
  withRecordedDowns,
} from '../deploy/journal/recorded-folder.ts'
import { startKeeping } from '../deploy/archive/keeping.ts'
import type { KeptRows } from '../deploy/archive/keep-losses.ts'
import { askDownFiles, refuseMore, wouldKeep } from './rollback-losses.ts'
import type { Losing } from './rollback-losses.ts'
import { tryDownFiles } from './try-down-files.ts'
import { completeRecords, readRecorded } from './target-journal.ts'
import { followRun } from './follow-run.ts'
import { findStandingOf } from './target-standing.ts'
import type { LockedRequest, Target } from './target.ts'

/** Which database to roll back how far, and what may be lost. */
export interface RollbackRequest extends LockedRequest, Losing {
  /** What stays the newest applied version, or `none`. */
  readonly to: RollbackGoal
  /** The versions that somebody was shown and agreed to, newest first; whatever lies above the goal when undefined. */
  readonly agreed?: readonly string[]
  readonly dryRun: boolean
  /** Whether the down files that were recorded are run, and not refused, where the folder has others. */
  readonly recordedDowns?: boolean
}

/** Where a rollback ends: at a version, or so many steps back. */
export type RollbackGoal =
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'steps'; readonly steps: number }

/** What a rollback did, or in a dry run would do, and what is lost by it. */
export interface RollbackResult extends Answers {
  readonly environment: string
  readonly address: string
  readonly dryRun: boolean
  readonly limits: Limits
  readonly rolledBack: readonly Ran[]
  /** What of it was kept in the archive. */
  readonly archived: readonly KeptRows[]
  /** What a dry run would roll back, newest first. */
  readonly pending: readonly NamedVersion[]
  /** The newest version that is applied now. */
  readonly current: string | undefined
}

/** The database, whose migration lock is held, and of which project. */
interface Ground {
  readonly target: Target
  readonly context: Context
}

/**
 * Rolls back migrations of a folder that is loaded and checked, newest first. Before anything is changed it counts what
 * would be lost, and refuses when that is anything, unless data loss is allowed. The down files are tried on a copy of
 * what the migrations make, never in the database. Throws UserError for whatever a person can correct.
 */
export async function rollbackFolder(
  request: RollbackRequest,
  folder: MigrationFolder,
  { target, context }: Ground,
): Promise<RollbackResult> {
  const { to, dryRun, limits, recordedDowns } = request
  const { session, environment, address } = target
  const { talk } = context
  const recorded = await readRecorded(session, folder)
  const { history } = recorded
  const standing = findStandingOf(environment, withRecorded(folder, recorded), history)
  const chosen = findUndone(standing, to, environment.name)
  refuseOthers(chosen, request.agreed)
  const undone = recordedDowns === true ? withRecordedDowns(chosen, recorded) : chosen
  refuseOtherDowns(undone, recorded, environment.name)
  const current = standing.applied.at(-1 - undone.length)?.version
  const asked = await askDownFiles(undone, request, { session, talk })
  const common = { environment: environment.name, address, dryRun, limits, ...asked }
  await whileKeptAlive(session, async () =>
    tryDownFiles(context, { folder, applied: standing.applied }, undone),
  )
  if (dryRun) {
    const pending = undone.map(({ version, name }) => ({ version, name }))
    return {
      ...common,
      rolledBack: [],
      archived: await wouldKeep(session, { asked, undone }, request),
      pending,
      current: standing.applied.at(-1)?.version,
    }
  }
  const journal = await completeRecords(context, { target, folder, history, standing })
  const latest = await readHistory(session)
  const ground = { target, context, journal, history: latest, goal: current ?? 'none' }
  const done = await runDownFiles(undone, request, ground)
  return { ...common, ...done, pending: [], current }
}

interface RunGround extends Ground {
  readonly journal: Journal
  readonly history: History
  readonly goal: string
}

async function runDownFiles(
  files: readonly Migration[],
  request: RollbackRequest,
  { target, context, journal, history, goal }: RunGround,
): Promise<Pick<RollbackResult, 'rolledBack' | 'archived'>> {
  const { session } = target
  const {
    talk,
    project: { operator },
  } = context
  const archive = request.archive === true ? startKeeping(request) : undefined
  const run = { verb: 'rollback', files, goal, request, talk } as const
  const rolledBack = await followRun(target, run, async (course) =>
    withLockWatch(target, async (watch) =>
      rollbackMigrations(session, files, {
        history,
        limits: request.limits,
        journal,
        watch,
        operator,
        onConflict: talk.note,
        runOutside: async (step) => runBackfill({ ...step, talk, signal: target.signal }),
        onProgress: talk.step,
        ...(archive && { around: archive.around }),
        onStart: async (migration, done) => {
          course.onStart(migration)
          await refuseMore(session, migration, { request, done, archive })
        },
        onDone: course.onDone,
      }),
    ),
  )
  return { rolledBack, archived: archive?.kept() ?? [] }
}

/** The migrations that a rollback undoes, newest first. Errors as decideRollback. */
export function findUndone(
  standing: Standing,
  to: RollbackGoal,
  environment: string,
): readonly Migration[] {
  return decideRollback(standing, goalVersion(to, standing.applied), environment)
}

function goalVersion(goal: RollbackGoal, applied: readonly NamedVersion[]): string {
  if (goal.kind === 'version') return goal.version
  return applied.at(-1 - goal.steps)?.version ?? 'none'
}

/** Throws UserError when other migrations would be rolled back than somebody agreed to. */
function refuseOthers(undone: readonly Migration[], agreed: readonly string[] | undefined): void {
  const versions = undone.map(({ version }) => version)
  if (agreed === undefined || versions.join() === agreed.join()) return
  throw new UserError(
    `The applied versions changed since they were shown (${agreed.join(', ')}): now ${versions.join(', ') || 'none'} would be rolled back. Nothing was done. ${sameCommand}`,
  )
}
