import type { Catalog } from '../../model/catalog.ts'
import type { Context } from '../rule.ts'
import { castBetween, strings } from './casts.ts'
import { parseType } from './read-type.ts'
import type { ReadType } from './read-type.ts'
import { castOverZone } from './time-zones.ts'
import { idOf } from '../../model/object-id.ts'

/** What leads from the values of one type to those of another. */
export type Conversion =
  /** PostgreSQL assigns them, and refuses what is too long. */
  | { readonly kind: 'assignment' }
  /** An expression, whose result is assigned. */
  | { readonly kind: 'expression'; readonly text: string }
  /** No cast is known. */
  | { readonly kind: 'none' }

/** Types as format_type prints them. */
interface Types {
  readonly from: string
  readonly to: string
}

/**
 * How the values of a column, as SQL spells it, are turned into those of another type. A cast that is told cuts what is
 * too long; one that is assigned refuses it (manual, 4.2.9 and 8.3). So nothing is cast to a type with a length: that is
 * left to the assignment.
 */
export function conversionOf(own: string, types: Types, { from, to }: Context): Conversion {
  const [before, after] = [parseType(types.from, from), parseType(types.to, to)]
  const zoned = castOverZone(own, before, after)
  if (zoned !== undefined) return { kind: 'expression', text: zoned }
  if (isAssigned(before, after)) return { kind: 'assignment' }
  if (isWithoutCast(before, after, to)) return { kind: 'none' }
  return { kind: 'expression', text: castOver(own, before, after) }
}

function isAssigned(before: ReadType, after: ReadType): boolean {
  if (!after.isArray && strings.has(after.name)) return true
  if (before.isArray !== after.isArray) return false
  return (
    before.name === after.name ||
    strings.has(after.name) ||
    castBetween(before.name, after.name) === 'assignment'
  )
}

/** Only where all is known: somebody may have made casts for types that are not PostgreSQL's own. */
function isWithoutCast(before: ReadType, after: ReadType, catalog: Catalog): boolean {
  if (before.isArray !== after.isArray) return isUnlike(before, after)
  return isKnown(before.name) && (isMade(after.name, catalog) || isNone(before, after))
}

/** Of an array and what is none; only the text of an array is read as one. */
function isUnlike(before: ReadType, after: ReadType): boolean {
  const isRead = strings.has(before.name) && after.isArray
  return !isRead && [before, after].every(({ name }) => isKnown(name) || strings.has(name))
}

function isMade(name: string, { objects }: Catalog): boolean {
  return madeTypes.some((kind) => objects.has(idOf(kind, name)))
}

function isNone(before: ReadType, after: ReadType): boolean {
  return castBetween(before.name, after.name) === 'none'
}

function isKnown(name: string): boolean {
  return castBetween(name, name) !== undefined
}

/** Types that nothing is cast to but texts, unless somebody makes a cast. */
const madeTypes: readonly string[] = ['enum', 'composite', 'range']

function castOver(own: string, before: ReadType, after: ReadType): string {
  const bits = after.name === 'bit' && !after.isArray ? widths[before.name] : undefined
  if (bits !== undefined) return castToBits(own, bits, after.length ?? 1)
  // No cast leads from a type of one's own to another one but over its text.
  const bridge = before.name.includes('.') ? (before.isArray ? '::text[]' : '::text') : ''
  return `${own}${bridge}::${after.bare}`
}

/** How many bits a number has. */
const widths: Readonly<Record<string, number>> = { integer: 32, bigint: 64 }

/** A cast of a number cuts the bits on its left: what has more of them keeps all, and is refused by the assignment. */
function castToBits(own: string, width: number, length: number): string {
  if (length >= width) return `${own}::bit(${String(length)})`
  const full = `${own}::bit(${String(width)})`
  return `case when ${own} >> ${String(length)} = 0 then ${own}::bit(${String(length)}) else ${full} end`
}
