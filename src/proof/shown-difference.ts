import { factsOf } from '../model/kind.ts'
import type { CatalogObject, Value } from '../model/catalog.ts'
import type { Change } from '../model/compare-catalogs.ts'
import type { StateDifference } from './compare-states.ts'
import type { Difference } from '../observer/compare-observations.ts'

/** One thing that is not as it should be. Every key is always there. */
export interface ShownDifference {
  /** Its id, or what the observer calls it. */
  readonly object: string
  /**
   * An attribute, as `npm run diff` calls it, or `catalog: field` where the observer sees it; else `is not there`
   * or similar.
   */
  readonly what: string
  /** Both null where the object as a whole is missing, or too much. */
  readonly expected: Value
  readonly found: Value
  /** The schema file that declares the object, from the project's root; null where none is known. */
  readonly file: string | null
}

/**
 * What is not as it should be, an attribute of an object each: first as the readers see it, then as the observer
 * does.
 */
export function showDifferences({ changes, differences }: StateDifference): ShownDifference[] {
  return [...changes.flatMap(showChange), ...differences.flatMap(showObserved)]
}

/** A difference that the observer sees, a field each; the left side is what was found. */
export function showObserved({ object, catalog, kind, fields }: Difference): ShownDifference[] {
  if (fields.length === 0) return [wholly(object, `${missing[kind]} (${catalog})`)]
  return fields.map(({ name, left = null, right = null }) => ({
    object,
    what: `${catalog}: ${name}`,
    expected: right,
    found: left,
    file: null,
  }))
}

const missing = {
  'only left': 'should not be there',
  'only right': 'is not there',
  different: 'differs',
} as const

/** A difference that the readers see, from what was found to what is wanted. */
function showChange(change: Change): ShownDifference[] {
  if (change.kind === 'added') return [wholly(change.object.id, missing['only right'])]
  if (change.kind === 'removed') return [wholly(change.object.id, missing['only left'])]
  const { from, to, attributes } = change
  return attributes.map((name) => ({
    object: to.id,
    what: name,
    expected: valueOf(to, name),
    found: valueOf(from, name),
    file: null,
  }))
}

function wholly(object: string, what: string): ShownDifference {
  return { object, what, expected: null, found: null, file: null }
}

/** An attribute as it may be shown: not what may hold a password, but that there is none. */
export function valueOf({ kind, attributes }: CatalogObject, name: string): Value {
  const value = attributes[name] ?? null
  const isNone = Array.isArray(value) && value.length === 0
  return factsOf(kind).secrets?.includes(name) === true && !isNone ? 'hidden' : value
}
