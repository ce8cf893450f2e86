import type { Value } from '../../model/catalog.ts'
import { spell } from '../../model/attribute.ts'

/** The options of a sequence or an identity. */
type Options = Readonly<Record<string, Value>>

/**
 * Whether the start of a sequence is outside its new bounds. PostgreSQL refuses bounds that exclude the next value,
 * and a fresh sequence is at its start. Such a sequence is restarted.
 */
export function isStartOutside(before: Options, after: Options): boolean {
  const start = numberOf(before['start'])
  return start < numberOf(after['min']) || start > numberOf(after['max'])
}

function numberOf(value: Value | undefined): bigint {
  return BigInt(spell(value))
}
