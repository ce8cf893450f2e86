import type { Value } from './catalog.ts'

/** What a plan says in the place of a secret value. It means any value: whoever applies the plan sets the real one. */
export const standIn = '(fill in)'

/**
 * Whether no secret is known to be another one. Takes lists of records with a `name` and a `digest`, which is null for
 * the stand-in. Which names there are is compared elsewhere.
 */
export function isSameSecret(left: Value, right: Value): boolean {
  const others = digestsIn(right)
  return [...digestsIn(left)].every(([name, digest]) => {
    const other = others.get(name) ?? null
    return digest === null || other === null || digest === other
  })
}

function digestsIn(value: Value): ReadonlyMap<Value, Value> {
  if (!isList(value)) return new Map()
  return new Map(
    value.flatMap((each) =>
      isRecord(each) ? [[each['name'] ?? null, each['digest'] ?? null]] : [],
    ),
  )
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

function isRecord(value: Value): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
