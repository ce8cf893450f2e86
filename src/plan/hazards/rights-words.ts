import type { CatalogObject } from '../../model/catalog.ts'
import { textIn, textOf } from '../attribute.ts'
import { nameOf } from '../../model/object-id.ts'
import { parentNameOf } from '../name.ts'

/** What may be done with what: `select public.t`, `use schema app`, `execute public.f(integer)`. */
export function targetWords(object: CatalogObject, privileges: readonly string[]): string {
  const words = inOrder(privileges)
    .join(', ')
    .replaceAll(/\busage\b/g, 'use')
    .replaceAll(/^grant (.*)$/g, 'grant $1 on')
  return byKind[object.kind]?.(object, words) ?? `${words} ${nameOf(object.id)}`
}

type Say = (object: CatalogObject, words: string) => string

const withKind =
  (word: string): Say =>
  ({ id }, words) =>
    `${words} ${word} ${nameOf(id)}`

const withTable: Say = (object, words) => `${words} ${parentNameOf(object)}`

/** Kinds of which a privilege is told in more words than the name of the object. */
const byKind: Readonly<Record<string, Say>> = {
  column: withTable,
  viewColumn: withTable,
  schema: ({ id }, words) => `${words.replace(/\bcreate\b/, 'create in')} schema ${nameOf(id)}`,
  sequence: withKind('sequence'),
  identitySequence: withKind('sequence'),
  enum: withKind('type'),
  domain: withKind('type'),
  composite: withKind('type'),
  range: withKind('type'),
  language: withKind('language'),
  defaultPrivileges: (entry, words) => `${words} ${newObjects(entry)}`,
}

/** `new tables of postgres in schema app` */
function newObjects(entry: CatalogObject): string {
  const schema = textOf(entry, 'schema')
  const place = schema === null ? '' : ` in schema ${schema}`
  return `new ${textIn(entry, 'objectType')} of ${textIn(entry, 'role')}${place}`
}

const order = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']

/** As the manual lists privileges, then by name. */
function inOrder(privileges: readonly string[]): string[] {
  return privileges.toSorted((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
}

function rankOf(privilege: string): number {
  const at = order.indexOf(privilege)
  return at === -1 ? order.length : at
}
