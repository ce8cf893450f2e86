import { factsOf } from '../../model/kind.ts'
import type { Kind } from '../../model/kind.ts'
import type { Value } from '../../model/catalog.ts'

/** Whether an attribute of a new object is as it is when nothing is said of it. */
export function isUsual(kind: Kind, name: string, value: Value | undefined): boolean {
  if (value === undefined || value === null) return true
  const usual = factsOf(kind).atlas?.usual[name]
  if (usual !== undefined) return usual === '*' || value === usual
  return value === false || isEmpty(value)
}

function isEmpty(value: Value): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}
