import type { Column } from '../describe/description.ts'
import { code, say } from '../text/prose.ts'
import type { Prose } from '../text/prose.ts'

/** Where a column's value comes from when nobody gives one; null where it comes from nowhere. */
export function columnValue({ value }: Column): Prose | null {
  if (value === null) return null
  if (value.kind === 'default') return code(value.sql)
  if (value.kind === 'identity') return [`identity, ${value.sql}`]
  return say`generated: ${code(value.sql)}`
}

/** What is to be known of a function that row security and grants do not hold back. */
export const asOwnerWords = 'runs with the rights of its owner'

/** The keys that a column is in. */
export function columnKeys({ isPrimary, isForeign, isUnique }: Column): string[] {
  return [
    ...(isPrimary ? ['primary'] : []),
    ...(isForeign ? ['foreign'] : []),
    ...(isUnique ? ['unique'] : []),
  ]
}
