import { compareObservations, objectOf, withoutCommon } from '../observer/compare-observations.ts'
import type { Digest } from '../observer/sight/digest.ts'
import { byText } from '../observer/observe.ts'
import type { Observation } from '../observer/observe.ts'
import type { ObservedLine } from '../observer/observed-line.ts'
import { partlySeen } from '../observer/sight/partly-seen.ts'
import { sumBothUp, withoutAnyLine } from '../observer/sight/sight.ts'
import type { Sight, SummedSight } from '../observer/sight/sight.ts'
import type { Detail } from '../observer/sight/summed-up.ts'

/** Two sights of whole databases. */
interface Ends {
  readonly from: Sight
  readonly to: Sight
}

/** What is to be seen of a copy of a part, before and after it becomes what the second database is. */
export interface CarriedOver {
  readonly current: Sight
  readonly desired: Sight
}

/**
 * What is to be seen of a copy of a part of the first database, as it is and once that is what the second one is: what
 * the copy comes to, with each line replaced that differs between the two. Lines are read of those catalogs alone that
 * differ; the others are to come to the same as before. Undefined where a line differs that the copy does not have:
 * then it is a copy of too little.
 */
export async function carryOver(copy: SummedSight, ends: Ends): Promise<CarriedOver | undefined> {
  const { from, to, read, only, detail } = await differingLines(ends)
  const digest = await copy.sumUp()
  const seen = await copy.look(only, detail)
  const told = { ...digest, fields: readAlike(digest.fields, read) }
  const isTold = ({ catalog }: ObservedLine): boolean => catalog in told.fields
  const [gone, come] = withoutCommon(from.lines.filter(isTold), to.lines.filter(isTold))
  const kept = withoutLines(seen, gone)
  if (kept === undefined) return undefined
  const lines = [...kept, ...come].filter(isTold).toSorted(byText)
  return {
    current: partlySeen(changing(digest), { seen, detail }),
    desired: partlySeen(changing(withoutSums(told, seen, detail)), {
      seen: { ...seen, lines },
      detail,
    }),
  }
}

/**
 * What is left of an observation without lines; undefined where it lacks one. A line that has a stand-in for a secret
 * is the one that has the secret.
 */
function withoutLines(
  seen: Observation,
  gone: readonly ObservedLine[],
): readonly ObservedLine[] | undefined {
  const [missing, kept] = withoutCommon(gone, seen.lines)
  if (missing.length === 0) return kept
  const objects = new Set(missing.map(objectOf))
  const [others = [], stood = []] = [false, true].map((isStood) =>
    kept.filter((line) => objects.has(objectOf(line)) === isStood),
  )
  // Of what initdb made, lines are compared by sums.
  const isSure = !missing.some(({ builtIn }) => builtIn)
  const { equal } = compareObservations({ ...seen, lines: missing }, { ...seen, lines: stood })
  return isSure && equal ? others : undefined
}

/** What the fields of lines are called, by catalog. */
type FieldNames = Observation['fields']

interface Differing {
  readonly from: Observation
  readonly to: Observation
  /** What is read of all catalogs in each of the two. */
  readonly read: readonly FieldNames[]
  /** The catalogs that differ; undefined for all. */
  readonly only: readonly string[] | undefined
  /** Which of their lines were read. */
  readonly detail: Detail
}

/** The lines of those catalogs alone that do not come to the same. */
async function differingLines({ from, to }: Ends): Promise<Differing> {
  const sums = await sumBothUp(from, to)
  const { only, detail = 'all' } = sums ?? {}
  const [before, after] = await Promise.all([from.look(only, detail), to.look(only, detail)])
  const read = [(sums?.first ?? before).fields, (sums?.second ?? after).fields]
  return { from: before, to: after, read, only, detail }
}

/** What a user may not read of one database is compared nowhere. */
function readAlike(own: FieldNames, others: readonly FieldNames[]): FieldNames {
  return Object.fromEntries(
    Object.entries(own).filter(([name, fields]) =>
      others.every((each) => each[name]?.join(',') === fields.join(',')),
    ),
  )
}

/** Catalogs of which no sum is known come to the same as nothing does: their lines are read, with as much detail. */
function withoutSums(digest: Digest, { fields }: Observation, detail: Detail): Digest {
  const unknown = Object.fromEntries(Object.keys(fields).map((name) => [name, 'not summed up']))
  return {
    ...digest,
    sums: { ...digest.sums, ...unknown },
    marks: detail === 'all' ? { ...digest.marks, ...unknown } : digest.marks,
  }
}

/** A database that was summed up, and may change afterwards: nothing more can be read of it. */
function changing(digest: Digest): SummedSight {
  return {
    sumUp: async () => digest,
    look: async (only = Object.keys(digest.fields)) => ({
      ...withoutAnyLine(digest),
      fields: Object.fromEntries(only.map((name) => [name, digest.fields[name] ?? []])),
      lines: only.map(unreadLine),
    }),
  }
}

/** In the place of lines that nobody kept, so that they are not taken for none. */
function unreadLine(catalog: string): ObservedLine {
  return { catalog, builtIn: false, object: `all that is in ${catalog}`, fields: '()' }
}
