import type { Change } from '../model/compare-catalogs.ts'
import { whatIsAmiss } from './compare-states.ts'
import type { Amiss } from './compare-states.ts'
import type { Difference } from '../observer/compare-observations.ts'
import type { State } from './state.ts'

/**
 * Leaves out what differed equally before an incomplete plan. What the plan made worse, or did only partly, stays.
 */
export async function withoutUndone(amiss: Amiss, current: State, desired: State): Promise<Amiss> {
  return withoutKnown(amiss, await whatIsAmiss(current, desired))
}

/** Leaves out what is known to differ equally. */
export function withoutKnown(amiss: Amiss, { changes, differences }: Amiss): Amiss {
  const known = new Set([...changes.map(keyOfChange), ...differences.map(keyOfDifference)])
  return {
    changes: amiss.changes.filter((change) => !known.has(keyOfChange(change))),
    differences: amiss.differences.filter((difference) => !known.has(keyOfDifference(difference))),
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
