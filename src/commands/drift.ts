import type { Standing } from '../deploy/history/standing.ts'
import { describeTextless, withRecorded } from '../deploy/journal/recorded-folder.ts'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { Migration, MigrationFolder } from '../files/migrations.ts'
import { areSame } from '../model/sections.ts'
import type { SectionComparison } from '../model/sections.ts'
import type { Unmanaged } from '../plan/decide/object-change.ts'
import { showProof, showSegments } from '../planning/plan-result.ts'
import type { PlannedSegment, ProofStep } from '../planning/plan-result.ts'
import { planDrift } from '../planning/drift/plan-drift.ts'
import type { DriftPlan } from '../planning/drift/plan-drift.ts'
import { compareTarget } from '../targets/compare-target.ts'
import type { TargetComparison } from '../targets/compare-target.ts'
import { readRecorded } from '../targets/target-journal.ts'
import { workbenchLike } from '../targets/target-workbench.ts'
import { findStandingOf } from '../targets/target-standing.ts'
import { withTarget } from '../targets/target.ts'
import type { Target } from '../targets/target.ts'

/** How a database differs from what its history makes, and the SQL both ways. Every key is always there. */
export interface DriftResult {
  readonly environment: string
  readonly address: string
  /** The newest applied version; null for none. */
  readonly current: string | null
  readonly pending: readonly string[]
  readonly same: boolean
  /** Expected is what the history makes, found what is there. */
  readonly sections: readonly SectionComparison[]
  /** From what the history makes to what is there: what somebody did, as SQL. */
  readonly done: readonly PlannedSegment[]
  /** From what is there to what the history makes. */
  readonly repair: readonly PlannedSegment[]
  /** Whether both were run on a copy and led where they should; null where there is nothing to run. */
  readonly proved: boolean | null
  /** Why not; null where there is nothing to say. */
  readonly why: string | null
  /** What no statement of the SQL is about. */
  readonly unmanaged: readonly Unmanaged[]
  readonly proof: readonly ProofStep[]
}

/** A database that was compared with its history, and what is planned between the two. */
export interface SeenDrift {
  readonly folder: MigrationFolder
  readonly standing: Standing
  readonly comparison: TargetComparison
  /** Undefined where nothing differs. */
  readonly plan: DriftPlan | undefined
  readonly result: DriftResult
}

/**
 * Compares a database with the replay of exactly the versions that it has, and plans both directions of what differs.
 * What the folder lacks comes from the journal. Changes nothing. Throws UserError where neither has it.
 */
export async function driftCommand(context: Context, environment: string): Promise<DriftResult> {
  return withTarget(
    context,
    environment,
    async (target) => (await seeDrift(context, target)).result,
  )
}

/** The same of a database that is open, with what the result was made of. */
export async function seeDrift(context: Context, target: Target): Promise<SeenDrift> {
  const folder = await loadMigrations(context.project.folders.migrations)
  await checkSeal(folder)
  const { session, environment, address } = target
  const recorded = await readRecorded(session, folder)
  const known = withRecorded(folder, recorded)
  const standing = findStandingOf(environment, known, recorded.history)
  const { applied, pending } = standing
  tellRecorded(context, applied)
  const history = { folder: known, applied }
  const useWorkbench = await workbenchLike(context, target)
  context.talk.step('comparing the database with what its history makes')
  const comparison = await compareTarget(useWorkbench, session, { history, talk: context.talk })
  const { sections } = comparison
  const same = areSame(sections)
  if (!same) context.talk.step('planning what differs, and proving it on a copy')
  const plan = same
    ? undefined
    : await useWorkbench(async (workbench) => planDrift(workbench, { session, comparison }))
  const result = {
    environment: environment.name,
    address,
    current: applied.at(-1)?.version ?? null,
    pending: pending.map(({ version }) => version),
    same,
    sections,
    ...(plan === undefined ? nothing : shown(plan)),
  }
  return { folder, standing, comparison, plan, result }
}

/** Says what is replayed from the journal. Throws UserError for what has no text there. */
function tellRecorded({ talk }: Context, applied: readonly Migration[]): void {
  const textless = describeTextless(applied)
  if (textless !== undefined) {
    throw new UserError(
      `${textless}, so the database cannot be compared with what its history makes. Compare from a checkout that has it.`,
    )
  }
  const files = applied.flatMap(({ file, isRecorded }) => (isRecorded === true ? [file] : []))
  if (files.length === 0) return
  talk.note(
    `replayed from the journal, since this checkout lacks it, or has another one: ${files.join(', ')}`,
  )
}

type ShownPlan = Pick<DriftResult, 'done' | 'repair' | 'proved' | 'why' | 'unmanaged' | 'proof'>

const nothing: ShownPlan = {
  done: [],
  repair: [],
  proved: null,
  why: null,
  unmanaged: [],
  proof: [],
}

function shown({ draft, run, proved, why, unmanaged }: DriftPlan): ShownPlan {
  const up = run?.up.map(({ segment }) => segment) ?? draft.up.plan.segments
  const down = run?.down.map(({ segment }) => segment).toReversed() ?? draft.down.plan.segments
  return {
    done: showSegments(up),
    repair: showSegments(down),
    proved: run === undefined && up.length === 0 ? null : proved,
    why,
    unmanaged,
    proof: run === undefined ? [] : showProof(run),
  }
}
