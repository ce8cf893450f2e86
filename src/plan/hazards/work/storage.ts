import type { Catalog } from '../../../model/catalog.ts'
import { flagOf, textIn } from '../../../model/attribute.ts'
import { isVariableText, parseType } from '../data/sql-type.ts'
import type { SqlType } from '../data/sql-type.ts'
import { idOf } from '../../../model/object-id.ts'

/** What a domain is over, at the bottom; any other type is itself. */
export function baseOf(type: string, catalog: Catalog): string {
  const domain = catalog.objects.get(idOf('domain', type))
  return domain === undefined ? type : baseOf(textIn(domain, 'type'), catalog)
}

/** Whether a type is a domain that not every value passes. */
export function isCheckedDomain(type: string, catalog: Catalog): boolean {
  const domain = catalog.objects.get(idOf('domain', type))
  if (domain === undefined) return false
  const hasChecks = [...catalog.objects.values()].some(({ parent }) => parent === domain.id)
  return hasChecks || flagOf(domain, 'notNull') || isCheckedDomain(textIn(domain, 'type'), catalog)
}

/** Whether all values of one type are the same bytes in another one, and PostgreSQL knows it without reading them. */
export function isStoredAlike(old: string, fresh: string): boolean {
  if (old === fresh) return true
  const [before, after] = [parseType(old), parseType(fresh)]
  if (before.isArray !== after.isArray) return false
  const isSameType = before.name === after.name || isTextForText(before, after)
  if (after.mods.length === 0) return isSameType || isBinaryCoercible(before, after)
  // Elements whose length is limited are converted one by one.
  return isSameType && !after.isArray && hasRoom(before, after)
}

function isTextForText(before: SqlType, after: SqlType): boolean {
  return !before.isArray && isVariableText(before) && isVariableText(after)
}

function isBinaryCoercible(before: SqlType, after: SqlType): boolean {
  const [from, to] = [before, after].map(({ name, isArray }) =>
    // An extension may lie in any schema.
    isArray ? '' : name.replace(/^.*\.(?=citext$)/, ''),
  )
  return binaryCoercible.has(`${from ?? ''} ${to ?? ''}`)
}

/** Types that are the same on disk (pg_cast, castmethod b), by the name of both. */
const binaryCoercible: ReadonlySet<string> = new Set([
  'bit bit varying',
  'cidr inet',
  'xml text',
  'xml character varying',
  'integer oid',
  'oid integer',
  'citext text',
  'citext character varying',
  'text citext',
  'character varying citext',
])

/** Whether the new length is as long, or the new precision as high, and the scale is the same. */
function hasRoom(before: SqlType, after: SqlType): boolean {
  const longest = growing[after.name]
  if (longest === undefined) return false
  const [length = longest, scale] = before.mods
  return (after.mods[0] ?? longest) >= length && scale === after.mods[1]
}

/** Types that may grow in place, with the length that they have without one (pg_proc, prosupport of their casts). */
const growing: Readonly<Record<string, number>> = {
  'character varying': Infinity,
  numeric: Infinity,
  'bit varying': Infinity,
  'timestamp without time zone': 6,
  'timestamp with time zone': 6,
  'time without time zone': 6,
  'time with time zone': 6,
  interval: 6,
}
