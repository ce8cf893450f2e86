import { runBackfill } from '../deploy/backfill/run-backfill.ts'
import { applyMigrations } from '../deploy/run/apply.ts'
import type { Ran } from '../deploy/run/run-options.ts'
import { withLockWatch } from '../deploy/run/lock-watch.ts'
import { refuseUnadopted } from '../deploy/history/adoption.ts'
import { decideApply } from '../deploy/history/standing.ts'
import type { Standing } from '../deploy/history/standing.ts'
import type { Journal } from '../deploy/journal/journal.ts'
import { readHistory } from '../deploy/history/history.ts'
import type { History } from '../deploy/history/history.ts'
import type { Answers } from '../deploy/questions/question.ts'
import { startPuttingBack } from '../deploy/archive/putting-back.ts'
import type { PuttingBack } from '../deploy/archive/putting-back.ts'
import type { PutBack } from '../deploy/archive/put-back.ts'
import { refuseMissingRoles } from '../deploy/questions/missing-roles.ts'
import { refuseAnswers } from '../deploy/questions/refuse-answers.ts'
import type { Limits } from '../deploy/session/session.ts'
import type { Session } from '../postgres/connect.ts'
import { askFirst, isAbout } from '../targets/ask-first.ts'
import type { Asking } from '../targets/ask-first.ts'
import { parseApplicable } from '../deploy/run/transaction.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { Migration, MigrationFolder, NamedVersion } from '../files/migrations.ts'
import type { Context } from '../files/context.ts'
import { parseSummary } from '../plan/write/summary.ts'
import { UserError, sameCommand } from '../errors.ts'
import { refuseDrift } from '../targets/drift-check.ts'
import { followRun } from '../targets/follow-run.ts'
import { tellSummaries } from '../planning/writing/tell-summaries.ts'
import { completeRecords } from '../targets/target-journal.ts'
import { findStandingOf } from '../targets/target-standing.ts'
import { lockTarget, withFitTarget } from '../targets/target.ts'
import type { LockedRequest, Target } from '../targets/target.ts'

/** Which database to bring how far, and how patiently. */
export interface ApplyRequest extends LockedRequest, Asking {
  /** The newest version to apply; all when undefined. */
  readonly version: string | undefined
  /** Say what would be done, and do nothing. */
  readonly dryRun: boolean
  /** Apply though the database is not what its history makes. */
  readonly allowDrift: boolean
  /** The versions that somebody was shown and agreed to; whatever is pending when undefined. */
  readonly agreed?: readonly string[]
}

/** The same, with what it says at its head of what it does. */
interface Pending extends NamedVersion {
  /** Its lines, without comment marks; none where nobody wrote any. */
  readonly summary: readonly string[]
}

/** What an apply did, or in a dry run would do. */
export interface ApplyResult extends Answers {
  readonly environment: string
  /** `user@host:port/database`. */
  readonly address: string
  readonly dryRun: boolean
  readonly limits: Limits
  readonly applied: readonly Ran[]
  /** What a rollback kept in the archive, and this apply put back. */
  readonly putBack: readonly PutBack[]
  /** What a dry run would apply. */
  readonly pending: readonly Pending[]
  /** Versions that another tool applied, recorded now in the history that lacked them; in a dry run, that would be. */
  readonly recorded: readonly string[]
  /** The newest version that is applied now. */
  readonly current: string | undefined
}

/**
 * Brings a database to the newest migration, or to `version`. The folder's seal and the history are checked
 * first, under the lock; each file is one transaction. Throws UserError for whatever a person can fix.
 */
export async function applyCommand(context: Context, request: ApplyRequest): Promise<ApplyResult> {
  const folder = await loadMigrations(context.project.folders.migrations)
  await checkSeal(folder)
  const { version, allowDrift, lockWait, environment } = request
  const toRun = (standing: Standing): readonly Migration[] =>
    decideApply(standing, version, environment)
  return withFitTarget(context, request, async (target) => {
    const checkAgain = await refuseDrift(context, { target, folder, toRun, allowDrift })
    return lockTarget(context, { target, lockWait }, async (locked) => {
      await checkAgain()
      return applyLocked(context, request, { folder, target: locked })
    })
  })
}

async function applyLocked(
  context: Context,
  request: ApplyRequest,
  { folder, target }: { readonly folder: MigrationFolder; readonly target: Target },
): Promise<ApplyResult> {
  const { version, dryRun, limits, agreed } = request
  const { session, environment, address } = target
  const { schemas } = context.project
  const history = await readHistory(session)
  const standing = findStandingOf(environment, folder, history)
  if (standing.applied.length === 0) await refuseUnadopted(session, schemas, environment.name)
  const pending = decideApply(standing, version, environment.name)
  if (agreed === undefined) tellSummaries(context.talk, pending)
  else refuseOthers(pending, agreed)
  const recorded = toRecord(standing)
  const asked = await askPending(session, pending, request)
  const common = { environment: environment.name, address, dryRun, limits, recorded, ...asked }
  if (dryRun) {
    return {
      ...common,
      applied: [],
      putBack: [],
      pending: pending.map(asPending),
      current: standing.applied.at(-1)?.version,
    }
  }
  const journal = await completeRecords(context, { target, folder, history, standing })
  const archive = await startPuttingBack(session, environment.name)
  const records = { history: await readHistory(session), journal, archive }
  const applied = await applyPending(context, pending, { target, ...records, request, asked })
  return {
    ...common,
    applied,
    putBack: archive.done(),
    pending: [],
    current: [...standing.applied, ...applied].at(-1)?.version,
  }
}

/** The versions that are recorded before anything is applied. */
function toRecord({ unrecorded, squashed = [] }: Standing): string[] {
  const all = [...squashed.map(({ migration }) => migration), ...unrecorded]
  return [...new Set(all.map(({ version }) => version))].toSorted()
}

interface PendingOptions {
  readonly request: ApplyRequest
  readonly target: Target
  readonly history: History
  readonly journal: Journal
  readonly asked: Answers
  readonly archive: PuttingBack
}

async function applyPending(
  { project: { operator }, talk }: Context,
  pending: readonly Migration[],
  { target, request, asked, archive, ...options }: PendingOptions,
): Promise<Ran[]> {
  const run = { verb: 'apply', files: pending, request, talk } as const
  return followRun(target, run, async (course) =>
    withLockWatch(target, async (watch) =>
      applyMigrations(target.session, pending, {
        ...options,
        limits: request.limits,
        operator,
        watch,
        onConflict: talk.note,
        around: archive.around,
        runOutside: async (step) => runBackfill({ ...step, talk, signal: target.signal }),
        onProgress: talk.step,
        onStart: async (migration, done) => {
          course.onStart(migration)
          if (done.length === 0 || !isAbout(asked, migration)) return
          // What the files before have done is there now, and rows may have come.
          const now = await askFirst(target.session, [migration], request)
          refuseAnswers(now, { ...request, underWay: true })
        },
        onDone: course.onDone,
      }),
    ),
  )
}

/** Asks what the files would do to rows; where they are to run, throws UserError unless they may do it. */
async function askPending(
  session: Session,
  pending: readonly Migration[],
  request: ApplyRequest,
): Promise<Answers> {
  for (const migration of pending) await parseApplicable(migration)
  await refuseMissingRoles(session, pending)
  const asked = await askFirst(session, pending, request)
  if (!request.dryRun) refuseAnswers(asked, request)
  return asked
}

function asPending({ version, name, text }: Migration): Pending {
  return { version, name, summary: parseSummary(text) }
}

/** Throws UserError when other migrations are pending than somebody agreed to. */
function refuseOthers(pending: readonly Migration[], agreed: readonly string[]): void {
  const versions = pending.map(({ version }) => version)
  if (versions.join() === agreed.join()) return
  throw new UserError(
    `The pending migrations changed since they were shown (${agreed.join(', ')}): now ${versions.join(', ')}. Nothing was done. ${sameCommand}`,
  )
}
