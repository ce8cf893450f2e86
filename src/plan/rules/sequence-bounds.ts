import type { Value } from '../../model/catalog.ts'
import { spell } from '../attribute.ts'

/** The options of a sequence or an identity. */
type Options = Readonly<Record<string, Value>>

/**
 * Whether the start of a sequence lies outside its new bounds. PostgreSQL takes no bounds that the next number lies
 * outside of, and a fresh sequence stands at its start: such a sequence is restarted.
 */
export function isStartOutside(before: Options, after: Options): boolean {
  const start = numberOf(before['start'])
  return start < numberOf(after['min']) || start > numberOf(after['max'])
}

function numberOf(value: Value | undefined): bigint {
  return BigInt(spell(value))
}
