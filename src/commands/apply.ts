import { applyMigrations } from '../deploy/run/apply.ts'
import type { Applied } from '../deploy/run/apply.ts'
import { refuseUnadopted } from '../deploy/history/adoption.ts'
import { decideApply } from '../deploy/history/standing.ts'
import { readHistory } from '../deploy/history/history.ts'
import { recordUnrecorded } from '../deploy/history/reconcile.ts'
import type { Limits } from '../deploy/run/session.ts'
import { refuseInapplicable } from '../deploy/run/transaction.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { Migration, MigrationFolder, NamedVersion } from '../files/migrations.ts'
import type { Context } from '../files/context.ts'
import { parseSummary } from '../plan/write/summary.ts'
import { UserError } from '../errors.ts'
import { numberedMigration } from '../targets/numbered-migration.ts'
import { tellSummaries } from '../planning/writing/tell-summaries.ts'
import { findStandingOf } from '../targets/target-standing.ts'
import { withLockedTarget } from '../targets/target.ts'
import type { LockedRequest, Target } from '../targets/target.ts'

/** Which database to bring how far, and how patiently. */
export interface ApplyRequest extends LockedRequest {
  /** The newest version to apply; all when undefined. */
  readonly version: string | undefined
  /** Say what would be done, and do nothing. */
  readonly dryRun: boolean
  /** The versions that somebody was shown and agreed to; whatever is pending when undefined. */
  readonly agreed?: readonly string[]
  readonly limits: Limits
}

/** The same, with what it says at its head of what it does. */
interface Pending extends NamedVersion {
  /** Its lines, without comment marks; none where nobody wrote any. */
  readonly summary: readonly string[]
}

/** What an apply did, or in a dry run would do. */
export interface ApplyResult {
  readonly environment: string
  /** `user@host:port/database`. */
  readonly address: string
  readonly dryRun: boolean
  readonly limits: Limits
  readonly applied: readonly Applied[]
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
  return withLockedTarget(context, request, (target) =>
    applyLocked(context, request, { folder, target }),
  )
}

async function applyLocked(
  context: Context,
  { version, dryRun, limits, agreed }: ApplyRequest,
  { folder, target }: { readonly folder: MigrationFolder; readonly target: Target },
): Promise<ApplyResult> {
  const { session, environment, address } = target
  const { operator, schemas } = context.project
  const history = await readHistory(session)
  const standing = findStandingOf(environment, folder, history)
  if (standing.applied.length === 0) await refuseUnadopted(session, schemas, environment.name)
  const pending = decideApply(standing, version)
  if (agreed === undefined) tellSummaries(context.talk, pending)
  else refuseOthers(pending, agreed)
  const recorded = standing.unrecorded.map((migration) => migration.version)
  const common = { environment: environment.name, address, dryRun, limits, recorded }
  if (dryRun) {
    for (const migration of pending) await refuseInapplicable(migration)
    return {
      ...common,
      applied: [],
      pending: pending.map(asPending),
      current: standing.applied.at(-1)?.version,
    }
  }
  await recordUnrecorded(session, standing.unrecorded, { history, operator })
  const applied = await applyMigrations(session, pending, {
    history,
    limits,
    operator,
    onStart: (migration) => context.talk.step(`applying ${numberedMigration(migration, pending)}`),
  })
  return {
    ...common,
    applied,
    pending: [],
    current: [...standing.applied, ...applied].at(-1)?.version,
  }
}

function asPending({ version, name, text }: Migration): Pending {
  return { version, name, summary: parseSummary(text) }
}

/** Throws UserError when other migrations are pending than somebody agreed to. */
function refuseOthers(pending: readonly Migration[], agreed: readonly string[]): void {
  const versions = pending.map(({ version }) => version)
  if (versions.join() === agreed.join()) return
  throw new UserError(
    `The pending migrations changed since they were shown (${agreed.join(', ')}): now ${versions.join(', ')}. Nothing was done. Apply again.`,
  )
}
