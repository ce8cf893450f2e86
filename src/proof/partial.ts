import type { Change } from '../model/compare-catalogs.ts'
import { compareStates } from './compare-states.ts'
import type { StateDifference } from './compare-states.ts'
import type { Difference } from '../observer/compare-observations.ts'
import type { State } from './state.ts'

/**
 * Leaves out what differed equally before an incomplete plan. What the plan made worse, or did only partly, stays.
 */
export async function withoutUndone(
  found: StateDifference,
  current: State,
  desired: State,
): Promise<StateDifference> {
  return withoutKnown(found, await compareStates(current, desired))
}

/** Leaves out what is known to differ equally. */
export function withoutKnown(
  found: StateDifference,
  { changes, differences }: StateDifference,
): StateDifference {
  const known = new Set([...changes.map(keyOfChange), ...differences.map(keyOfDifference)])
  return {
    changes: found.changes.filter((change) => !known.has(keyOfChange(change))),
    differences: found.differences.filter((difference) => !known.has(keyOfDifference(difference))),
  }
}

function keyOfChange(change: Change): string {
  return JSON.stringify(
    change.kind === 'altered'
      ? [change.kind, change.to.id, change.attributes]
      : [change.kind, change.object.id],
  )
}

function keyOfDifference({ catalog, object, kind, fields }: Difference): string {
  return JSON.stringify([catalog, object, kind, fields])
}
