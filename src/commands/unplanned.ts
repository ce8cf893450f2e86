import type { Unmanaged } from '../plan/deed.ts'
import { compareObservations } from '../proof/compare.ts'
import type { State } from '../proof/state.ts'
import { showDifference } from './plan-result.ts'

/** An object that is planned in neither direction is named once. */
export function onceEach(unmanaged: readonly Unmanaged[]): Unmanaged[] {
  return unmanaged.filter(
    ({ object }, at) => unmanaged.findIndex((other) => other.object === object) === at,
  )
}

/** What only the observer sees between two states that the readers call equal: no reader knows it, so no rule plans it. */
export function unseenBetween(from: State, to: State): Unmanaged[] {
  const { differences } = compareObservations(from.observation, to.observation)
  return differences.map((difference) => {
    const { object, what } = showDifference(difference)
    return { object, why: `nothing here reads how it differs (${what})` }
  })
}
