import type { Change } from '../model/diff.ts'
import { diffCatalogs } from '../model/diff.ts'
import type { Difference } from './compare.ts'
import { compareSights } from './sight.ts'
import type { State } from './state.ts'

/** How a state differs from the wanted one, by the readers and by the observer. */
export interface Amiss {
  readonly changes: readonly Change[]
  readonly differences: readonly Difference[]
}

/** Compares a state that was reached with the wanted one, by both witnesses. */
export async function whatIsAmiss(reached: State, wanted: State): Promise<Amiss> {
  return {
    changes: diffCatalogs(reached.catalog, wanted.catalog),
    differences: (await compareSights(reached.sight, wanted.sight)).differences,
  }
}
