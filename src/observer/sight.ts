import { compareObservations } from './compare-observations.ts'
import type { Comparison } from './compare-observations.ts'
import { differingCatalogs } from './digest.ts'
import type { Digest } from './digest.ts'
import type { Observation } from './observe.ts'

/** A database as the observer sees it: summed up, and line by line for whoever asks. */
export interface Sight {
  /** Sums up what there is; absent where all lines are at hand. */
  readonly sumUp?: () => Promise<Digest>
  /** Reads the lines of some catalogs, of all when none are named. The database must be as it was. */
  readonly look: (only?: readonly string[]) => Promise<Observation>
}

/** One that is summed up before its lines are asked for. */
export type SummedSight = Required<Sight>

/** What is seen already. */
export function sightOf(observation: Observation): Sight {
  return { look: async () => observation }
}

/** A database that the observer is not asked about: nothing differs for him. */
export const unlookedAt: SummedSight = {
  sumUp: async () => blank,
  look: async () => withoutLines(blank),
}

const blank: Digest = { version: 0, sums: {}, fields: {}, columnOrder: {}, unreadable: [] }

/** Compares two sights: lines are read of those catalogs alone that do not come to the same. */
export async function compareSights(left: Sight, right: Sight): Promise<Comparison> {
  if (left.sumUp === undefined || right.sumUp === undefined)
    return compareObservations(...(await Promise.all([left.look(), right.look()])))
  const [first, second] = await Promise.all([left.sumUp(), right.sumUp()])
  const only = differingCatalogs(first, second)
  const [before, after] =
    only.length === 0
      ? [withoutLines(first), withoutLines(second)]
      : await Promise.all([left.look(only), right.look(only)])
  const unreadable = [...new Set([...first.unreadable, ...second.unreadable])].toSorted()
  return { ...compareObservations(before, after), unreadable }
}

/** An observation of no catalog: the order of columns is in it all the same. */
function withoutLines({ version, columnOrder, unreadable }: Digest): Observation {
  return {
    version,
    lines: [],
    fields: {},
    builtIns: 'all',
    checksums: {},
    columnOrder,
    unreadable,
  }
}
