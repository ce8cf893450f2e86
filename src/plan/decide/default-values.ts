import { factsOf } from '../../model/kind.ts'
import type { Kind } from '../../model/kind.ts'
import type { Value } from '../../model/catalog.ts'

/** Whether an attribute of a new object is as it is when nothing is said of it. */
export function isDefault(kind: Kind, name: string, value: Value | undefined): boolean {
  if (value === undefined || value === null) return true
  const defaults = factsOf(kind).atlas?.defaults[name]
  if (defaults !== undefined) return defaults === '*' || value === defaults
  return value === false || isEmpty(value)
}

function isEmpty(value: Value): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}
