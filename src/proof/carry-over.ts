import { compareObservations, objectOf, withoutCommon } from '../observer/compare-observations.ts'
import type { Digest } from '../observer/digest.ts'
import { byText } from '../observer/observe.ts'
import type { Observation } from '../observer/observe.ts'
import type { ObservedLine } from '../observer/observed-line.ts'
import { sumBothUp } from '../observer/sight.ts'
import type { Sight, SummedSight } from '../observer/sight.ts'

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
  const { from, to, read, only } = await differingLines(ends)
  const digest = await copy.sumUp()
  const seen = await copy.look(only)
  const told = { ...digest, fields: readAlike(digest.fields, read) }
  const isTold = ({ catalog }: ObservedLine): boolean => catalog in told.fields
  const [gone, come] = withoutCommon(from.lines.filter(isTold), to.lines.filter(isTold))
  const kept = withoutLines(seen, gone)
  if (kept === undefined) return undefined
  const lines = [...kept, ...come].filter(isTold).toSorted(byText)
  return {
    current: partlySeen(digest, seen),
    desired: partlySeen(withoutSums(told, Object.keys(seen.fields)), { ...seen, lines }),
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
}

/** The lines of those catalogs alone that do not come to the same. */
async function differingLines({ from, to }: Ends): Promise<Differing> {
  const sums = await sumBothUp(from, to)
  const [before, after] = await Promise.all([from.look(sums?.only), to.look(sums?.only)])
  const read = [(sums?.first ?? before).fields, (sums?.second ?? after).fields]
  return { from: before, to: after, read, only: sums?.only }
}

/** What a user may not read of one database is compared nowhere. */
function readAlike(own: FieldNames, others: readonly FieldNames[]): FieldNames {
  return Object.fromEntries(
    Object.entries(own).filter(([name, fields]) =>
      others.every((each) => each[name]?.join(',') === fields.join(',')),
    ),
  )
}

/** Catalogs of which no sum is known come to the same as nothing does: their lines are read. */
function withoutSums(digest: Digest, catalogs: readonly string[]): Digest {
  const unknown = catalogs.map((name) => [name, 'not summed up'])
  return { ...digest, sums: { ...digest.sums, ...Object.fromEntries(unknown) } }
}

/** A database that was summed up, and of which the lines of some catalogs were read. It may change afterwards. */
function partlySeen(digest: Digest, seen: Observation): SummedSight {
  return {
    sumUp: async () => digest,
    look: async (only = Object.keys(digest.fields)) => {
      const unread = only.filter((name) => !(name in seen.fields)).map(unreadLine)
      const fields = only.map((name) => [name, digest.fields[name] ?? []])
      return {
        ...seen,
        fields: Object.fromEntries(fields),
        lines: [...seen.lines.filter(({ catalog }) => only.includes(catalog)), ...unread],
      }
    },
  }
}

/** In the place of lines that nobody kept, so that they are not taken for none. */
function unreadLine(catalog: string): ObservedLine {
  return { catalog, builtIn: false, object: `all that is in ${catalog}`, fields: '()' }
}
