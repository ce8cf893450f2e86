import type { Plan } from '../../plan/plan.ts'
import type { WrittenPlan } from '../../plan/write/write-plan.ts'
import { runPlan } from '../../proof/run-plan.ts'
import type { PlanRun } from '../../proof/run-plan.ts'
import { asFailedWay, plainText } from '../../proof/run-segment.ts'
import type { FailedWay } from '../../proof/run-segment.ts'
import type { OpenDatabase, State } from '../../proof/state.ts'
import type { Renaming } from '../../proof/with-renames.ts'
import type { Start } from './copy-of-start.ts'
import type { Extent } from './extent.ts'

/** A plan between two states, to be tried. */
export interface Trial extends Start {
  readonly to: State
  /** What the up direction begins with. */
  readonly renaming: Renaming
  readonly up: Plan
  readonly down: Plan
  readonly extent: Extent
}

/** Both directions, between two states of a copy. */
interface Ways extends Pick<Trial, 'sides' | 'renaming' | 'up' | 'down'> {
  readonly current: State
  readonly desired: State
}

/** Runs both directions on a copy; a statement that fails is a result. */
export async function runOn(
  open: OpenDatabase,
  { sides, up, down, ...ways }: Ways,
): Promise<PlanRun | FailedWay> {
  return runPlan(open, {
    ...ways,
    up: plainly(up),
    planDown: () => plainly(down),
    asOne: true,
    view: sides.view,
  }).catch(asFailedWay)
}

function plainly(plan: Plan): WrittenPlan {
  return { plan, texts: plan.segments.map(plainText) }
}
