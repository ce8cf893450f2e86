import { compareObservations } from '../compare-observations.ts'
import type { Comparison } from '../compare-observations.ts'
import { differingCatalogs, otherwiseMarked } from './digest.ts'
import type { Digest, Marks } from './digest.ts'
import type { Observation } from '../observe.ts'
import type { Detail } from './summed-up.ts'

/** A database as the observer sees it: summed up, and line by line for whoever asks. */
export interface Sight {
  /** Sums up what there is; absent where all lines are at hand. */
  readonly sumUp?: () => Promise<Digest>
  /** Reads the lines of some catalogs, of all when none are named. The database must be as it was. */
  readonly look: (only?: readonly string[], detail?: Detail) => Promise<Observation>
  /** What initdb made comes to, of catalogs that the digest only marks. */
  readonly sumBuiltIns?: (marks: Marks) => Promise<Readonly<Record<string, string>>>
}

/** One that is summed up before its lines are asked for. */
export type SummedSight = Sight & Required<Pick<Sight, 'sumUp'>>

/** What is seen already. */
export function sightOf(observation: Observation): Sight {
  return { look: async () => observation }
}

/** A database that the observer is not asked about: nothing differs for him. */
export const unlookedAt: SummedSight = {
  sumUp: async () => blank,
  look: async () => withoutAnyLine(blank),
}

const blank: Digest = {
  version: 0,
  sums: {},
  marks: {},
  fields: {},
  columnOrder: {},
  unreadable: [],
}

/** What is seen once something else is done. */
export function sightLater(coming: Promise<SummedSight>): SummedSight {
  // Whoever asks is told of an error. Nobody may ask.
  coming.catch(() => undefined)
  return {
    sumUp: async () => (await coming).sumUp(),
    look: async (only, detail) => (await coming).look(only, detail),
    sumBuiltIns: async (marks) => (await coming).sumBuiltIns?.(marks) ?? {},
  }
}

/** Compares two sights: lines are read of those catalogs alone that do not come to the same. */
export async function compareSights(left: Sight, right: Sight): Promise<Comparison> {
  const sums = await sumBothUp(left, right)
  if (sums === undefined)
    return compareObservations(...(await Promise.all([left.look(), right.look()])))
  const { first, second, only, detail } = sums
  const [before, after] =
    only.length === 0
      ? [withoutAnyLine(first), withoutAnyLine(second)]
      : await Promise.all([left.look(only, detail), right.look(only, detail)])
  const unreadable = [...new Set([...first.unreadable, ...second.unreadable])].toSorted()
  return { ...compareObservations(before, after), unreadable }
}

/** Two digests, and the catalogs that differ. */
interface SummedBoth {
  readonly first: Digest
  readonly second: Digest
  readonly only: readonly string[]
  /** Which of their lines have to be compared. */
  readonly detail: Detail
}

/**
 * Sums up two sights; undefined where one cannot be. What initdb made is summed up where the marks say too little: those
 * of two servers are never alike.
 */
export async function sumBothUp(left: Sight, right: Sight): Promise<SummedBoth | undefined> {
  const [first, second] = await Promise.all([left.sumUp?.(), right.sumUp?.()])
  if (first === undefined || second === undefined) return undefined
  const marked = otherwiseMarked(first, second)
  const [one, other] = await Promise.all([
    builtInsOf(left, first, marked),
    builtInsOf(right, second, marked),
  ])
  // One that can no longer be summed up counts as another one: then its lines tell.
  const differing = marked.filter(
    (name) => one?.[name] === undefined || one[name] !== other?.[name],
  )
  const only = [...new Set([...differingCatalogs(first, second), ...differing])].toSorted()
  const isAlike = (name: string): boolean =>
    first.marks[name] !== undefined && second.marks[name] !== undefined && !differing.includes(name)
  return { first, second, only, detail: only.every(isAlike) ? 'our own' : 'all' }
}

async function builtInsOf(
  { sumBuiltIns }: Sight,
  { marks }: Digest,
  names: readonly string[],
): Promise<Readonly<Record<string, string>> | undefined> {
  const own = Object.entries(marks).filter(([name]) => names.includes(name))
  return own.length === 0 ? {} : sumBuiltIns?.(Object.fromEntries(own))
}

/** An observation of no catalog: the order of columns is in it all the same. */
export function withoutAnyLine({ version, columnOrder, unreadable }: Digest): Observation {
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
