import { withoutCommon } from '../observer/compare-observations.ts'
import { differingCatalogs } from '../observer/digest.ts'
import { byText } from '../observer/observe.ts'
import type { Observation } from '../observer/observe.ts'
import type { ObservedLine } from '../observer/observed-line.ts'
import { sightOf } from '../observer/sight.ts'
import type { Sight } from '../observer/sight.ts'

/** Two sights of whole databases. */
interface Ends {
  readonly from: Sight
  readonly to: Sight
}

/**
 * What is to be seen of a copy of a part of the first database once that is what the second one is: the lines of the
 * copy, with each line replaced that differs between the two. Undefined where a line differs that the copy does not
 * have: then it is a copy of too little.
 */
export async function carryOver(copy: Observation, ends: Ends): Promise<Sight | undefined> {
  const { from, to, read } = await differingLines(ends)
  const fields = Object.fromEntries(
    Object.entries(copy.fields).filter(([name, own]) => isReadAlike(name, own, read)),
  )
  const isRead = ({ catalog }: ObservedLine): boolean => catalog in fields
  const [gone, come] = withoutCommon(from.lines.filter(isRead), to.lines.filter(isRead))
  const [missing, kept] = withoutCommon(gone, copy.lines)
  if (missing.length > 0) return undefined
  return sightOf({ ...copy, fields, lines: [...kept, ...come].toSorted(byText) })
}

/** What the fields of lines are called, by catalog. */
type FieldNames = Observation['fields']

interface Differing {
  readonly from: Observation
  readonly to: Observation
  /** What is read of all catalogs in each of the two. */
  readonly read: readonly FieldNames[]
}

/** The lines of those catalogs alone that do not come to the same. */
async function differingLines({ from, to }: Ends): Promise<Differing> {
  const [left, right] = await Promise.all([from.sumUp?.(), to.sumUp?.()])
  const only = left && right ? differingCatalogs(left, right) : undefined
  const [before, after] = await Promise.all([from.look(only), to.look(only)])
  return { from: before, to: after, read: [(left ?? before).fields, (right ?? after).fields] }
}

/** What a user may not read of one database is compared nowhere. */
function isReadAlike(name: string, own: readonly string[], others: readonly FieldNames[]): boolean {
  return others.every((fields) => fields[name]?.join(',') === own.join(','))
}
