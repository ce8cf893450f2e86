import type { Change } from '../model/compare-catalogs.ts'
import { diffCatalogs } from '../model/compare-catalogs.ts'
import type { Difference } from '../observer/compare-observations.ts'
import { compareSeen } from './observed-differences.ts'
import type { State } from './state.ts'

/** How a state differs from the wanted one, by the readers and by the observer. */
export interface StateDifference {
  readonly changes: readonly Change[]
  readonly differences: readonly Difference[]
}

/** Compares a state that was reached with the wanted one, by both witnesses. */
export async function compareStates(reached: State, wanted: State): Promise<StateDifference> {
  return {
    changes: diffCatalogs(reached.catalog, wanted.catalog),
    differences: (await compareSeen(reached.sight, wanted.sight)).differences,
  }
}
