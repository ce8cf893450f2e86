import type { CatalogObject, Value } from './catalog.ts'

/** An attribute that is a text or absent. Anything else is a mistake of the reader. */
export function textOf(object: CatalogObject, name: string): string | null {
  const value = object.attributes[name] ?? null
  if (value === null || typeof value === 'string') return value
  throw mistake(object, name, 'a text')
}

/** An attribute that is a text. */
export function textIn(object: CatalogObject, name: string): string {
  const text = textOf(object, name)
  if (text !== null) return text
  throw mistake(object, name, 'a text')
}

/** An attribute that is yes or no; absent is no. */
export function flagOf(object: CatalogObject, name: string): boolean {
  return object.attributes[name] === true
}

/** An attribute that is a list of texts; absent is empty. */
export function textsOf(object: CatalogObject, name: string): string[] {
  const value = object.attributes[name] ?? []
  if (isList(value)) return value.map(spell)
  throw mistake(object, name, 'a list')
}

/** An attribute that is a list of records; absent is empty. */
export function recordsOf(object: CatalogObject, name: string): Readonly<Record<string, Value>>[] {
  const value = object.attributes[name] ?? []
  if (isList(value)) return value.filter(isRecord)
  throw mistake(object, name, 'a list')
}

/** An attribute that is a record; null when absent. */
export function recordOf(
  object: CatalogObject,
  name: string,
): Readonly<Record<string, Value>> | null {
  const value = object.attributes[name] ?? null
  if (value === null) return null
  if (isRecord(value)) return value
  throw mistake(object, name, 'a record')
}

/** A value as SQL spells it, where it is one word: a text that is one already, a number, yes or no. */
export function spell(value: Value | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'object') throw new Error(`${JSON.stringify(value)} is more than one word`)
  return String(value)
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

function isRecord(value: Value): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mistake({ id }: CatalogObject, name: string, wanted: string): Error {
  return new Error(`${id}: the attribute ${name} should be ${wanted}`)
}
