import { nameBoth } from '../model/two-values.ts'
import type { Unmanaged } from '../plan/decide/object-change.ts'
import type { WrittenPlan } from '../plan/write/write-plan.ts'
import { compareSeen } from '../proof/observed-differences.ts'
import type { State } from '../proof/state.ts'
import { showObserved } from '../proof/shown-difference.ts'
import { planDown, planUp } from './state-pair.ts'
import type { StatePair } from './state-pair.ts'

/** The plan of both directions by the planner, before the proof. */
export interface Draft {
  /** Whether there is nothing to do: by the readers and by the observer. */
  readonly equal: boolean
  readonly up: WrittenPlan
  readonly down: WrittenPlan
  /** What differs and cannot be planned, an object once. */
  readonly unmanaged: readonly Unmanaged[]
}

/** How a draft is tried. */
export interface Attempt<T> {
  /** Whether what cannot be planned is left undone. */
  readonly partial?: boolean
  /** Called where there is something to try, and all of it is planned or what is not may be left undone. */
  readonly prove: (draft: Draft) => Promise<T>
}

/**
 * Plans both directions between two states, and has them proved: the one entry of everything that plans. Without a
 * proof there was nothing to do, or something that cannot be planned.
 */
export async function planEnds<T>(
  statePair: StatePair,
  { partial = false, prove }: Attempt<T>,
): Promise<{ readonly draft: Draft; readonly proof: T | undefined }> {
  const draft = await draftOf(statePair)
  const isBlocked = draft.unmanaged.length > 0 && !partial
  const isEmpty = draft.up.plan.segments.length === 0
  return { draft, proof: isBlocked || isEmpty ? undefined : await prove(draft) }
}

async function draftOf(statePair: StatePair): Promise<Draft> {
  const plain = { authored: new Map<never, never>() }
  const up = planUp(statePair, plain)
  const down = planDown(statePair, plain)(statePair.desired.catalog, statePair.current.catalog)
  const planned = onceEach([...up.plan.unmanaged, ...down.plan.unmanaged.map(asDownDirection)])
  const isNothing = up.plan.segments.length === 0 && planned.length === 0
  const unmanaged = isNothing ? await unseenBetween(statePair.current, statePair.desired) : planned
  return { equal: isNothing && unmanaged.length === 0, up, down, unmanaged }
}

/** An object that is planned in neither direction is named once. */
export function onceEach(unmanaged: readonly Unmanaged[]): Unmanaged[] {
  const seen = new Set<string>()
  return unmanaged.filter(({ object }) => !seen.has(object) && seen.add(object))
}

function asDownDirection({ object, why }: Unmanaged): Unmanaged {
  return { object, why: `the down direction: ${why}` }
}

/**
 * What only the observer sees between two states that the readers call equal: no reader knows it, so no rule plans
 * it.
 */
async function unseenBetween(from: State, to: State): Promise<Unmanaged[]> {
  const { differences } = await compareSeen(from.sight, to.sight)
  return differences.flatMap(showObserved).map((difference) => ({
    object: difference.object,
    why: `it differs (${nameBoth(difference)}), and no rule plans that`,
  }))
}
