import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import { flagOf } from '../../model/attribute.ts'
import { idAt } from '../../model/object-id.ts'
import type { Context } from '../rule.ts'

/** The attributes by which an operator names another one. Where that one has none, PostgreSQL gives it this one. */
export const linkNames = ['commutator', 'negator'] as const

/** The name of such an attribute. */
export type LinkName = (typeof linkNames)[number]

/** Whether an operator has no function: another one names it, and nobody made it. */
export function isAnnounced(operator: CatalogObject): boolean {
  return idAt(operator, 'function') === null
}

/** Whether another operator comes to name one: the statement that says so makes it, where nobody has made it. */
export function comesToBeNamed(id: ObjectId, { from, to }: Context): boolean {
  const names = (operator: CatalogObject | undefined): boolean =>
    operator !== undefined && linkNames.some((link) => idAt(operator, link) === id)
  return objectsOfKind(to, 'operator').some(
    (other) => other.id !== id && names(other) && !names(from.objects.get(other.id)),
  )
}

/** Whether an operator has to be recreated, whatever it names: for its function, or for what it cannot lose, or gain before 17. */
export function needsOther(
  { from, to }: Pick<Altered, 'from' | 'to'>,
  { to: { serverVersion } }: Context,
): boolean {
  return (
    idAt(from, 'function') !== idAt(to, 'function') ||
    ['hashes', 'merges'].some(
      (mark) =>
        flagOf(from, mark) !== flagOf(to, mark) && (flagOf(from, mark) || serverVersion < 170_000),
    )
  )
}

/**
 * Which links of an operator a statement about it sets. What follows from the drop or the creation of the other one is
 * left out; of two that both stay the first one by name says it. `replace`: no statement does it.
 */
export function linksToSet(change: Altered, context: Context): LinkName[] | 'replace' {
  const links = linkNames.map((link) => linkChange(link, change, context))
  if (links.includes('replace')) return 'replace'
  return linkNames.filter((_, at) => links[at] === 'set')
}

function linkChange(
  link: LinkName,
  { from, to }: Altered,
  context: Context,
): 'set' | 'replace' | 'none' {
  const [old, fresh] = [idAt(from, link), idAt(to, link)]
  if (old === fresh) return 'none'
  const isOpen = (other: ObjectId | null): boolean =>
    other !== null && !isDone({ of: from.id, link, other }, context)
  if (isOpen(old)) return 'replace'
  if (!isOpen(fresh)) return 'none'
  return canBeSet(fresh, context) ? 'set' : 'replace'
}

/** ALTER OPERATOR knows links since 17, and takes only operators that somebody made. */
function canBeSet(other: ObjectId | null, { to: { objects, serverVersion } }: Context): boolean {
  const after = objects.get(other ?? '')
  return serverVersion >= 170_000 && (after === undefined || !isAnnounced(after))
}

interface Link {
  readonly of: ObjectId
  readonly link: LinkName
  readonly other: ObjectId
}

/** Whether the other operator brings a link about, or takes it away: it comes, goes, is recreated, or is the first of the two. */
function isDone({ of, link, other }: Link, context: Context): boolean {
  const [before, after] = [context.from, context.to].map(({ objects }) => objects.get(other))
  if (after === undefined) return true
  // such a one comes along with this
  if (isAnnounced(after)) return false
  const isMutual = [before, after].some((each) => each !== undefined && idAt(each, link) === of)
  if (before === undefined || needsOther({ from: before, to: after }, context)) return isMutual
  const differs = !isSameValue(before.attributes[link], after.attributes[link])
  return isMutual && differs && other < of
}
