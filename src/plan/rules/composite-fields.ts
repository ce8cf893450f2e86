import { recordsOf, spell } from '../../model/attribute.ts'
import type { CatalogObject, Value } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'

/** A field of a composite type. */
export type Field = Readonly<Record<string, Value>>

/** How the fields of two states of a composite type go together. */
export interface FieldPairs {
  readonly gone: readonly Field[]
  /** Those of both, as they are in the later one. */
  readonly kept: readonly Field[]
  /** Kept ones whose type or collation is another one. */
  readonly retyped: readonly Field[]
  readonly come: readonly Field[]
  /** Whether the kept ones are in one order, and what comes is behind them: ALTER TYPE leads there. */
  readonly isInPlace: boolean
}

/** Pairs the fields of two states of a type by their names. */
export function pairFields(from: CatalogObject, to: CatalogObject): FieldPairs {
  const [before, after] = [recordsOf(from, 'fields'), recordsOf(to, 'fields')]
  const kept = after.filter((field) => findField(before, field) !== undefined)
  const stay = before.filter((field) => findField(after, field) !== undefined)
  const inOrder = stay.every((field, at) => field['name'] === kept[at]?.['name'])
  return {
    gone: before.filter((field) => findField(after, field) === undefined),
    kept,
    retyped: kept.filter((field) => !isSameType(field, findField(before, field))),
    come: after.filter((field) => findField(before, field) === undefined),
    isInPlace: inOrder && after.slice(0, kept.length).every((field) => kept.includes(field)),
  }
}

/**
 * Clauses of ALTER TYPE by which a type has the names of another one in their order, so that the text of a value is one
 * of the other type. Undefined where there are none, or where a new field is of a type that may not be there yet.
 */
export function alignFields(from: CatalogObject, to: CatalogObject): string[] | undefined {
  const { gone, come, isInPlace } = pairFields(from, to)
  const isThere = come.every((field) => !spell(field['type']).includes('.'))
  return isInPlace && isThere ? [...gone.map(dropText), ...come.map(addText)] : undefined
}

/** The field of that name. */
export function findField(fields: readonly Field[], wanted: Field): Field | undefined {
  return fields.find((field) => field['name'] === wanted['name'])
}

/** Whether two fields have values of one type, compared alike. */
export function isSameType(a: Field, b: Field | undefined): boolean {
  return isSameValue(a['type'], b?.['type']) && isSameValue(a['collation'], b?.['collation'])
}

/** Name and type, as SQL says them. */
export function fieldText(field: Field): string {
  return `${spell(field['name'])} ${typeText(field)}`
}

/** The type, with the collation where there is one. */
export function typeText(field: Field): string {
  const collation = field['collation'] ?? null
  return `${spell(field['type'])}${collation === null ? '' : ` collate ${spell(collation)}`}`
}

/** The clause of ALTER TYPE that drops a field. */
export function dropText(field: Field): string {
  return `drop attribute ${spell(field['name'])}`
}

/** The clause of ALTER TYPE that adds a field. */
export function addText(field: Field): string {
  return `add attribute ${fieldText(field)}`
}
