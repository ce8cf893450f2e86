import type { CatalogObject } from '../../../model/catalog.ts'
import { textIn, textOf } from '../../../model/attribute.ts'
import { nameOf } from '../../../model/object-id.ts'
import { factsOf } from '../../../model/kind.ts'
import { isGrantedOnParent, parentNameOf } from '../../rules/facets/name.ts'

/** What may be done with what: `select public.t`, `use schema app`, `execute public.f(integer)`. */
export function targetWords(object: CatalogObject, privileges: readonly string[]): string {
  const words = inOrder(privileges)
    .join(', ')
    .replaceAll(/\busage\b/g, 'use')
    .replaceAll(/^grant (.*)$/g, 'grant $1 on')
  return spell(object, words)
}

function spell(object: CatalogObject, words: string): string {
  if (object.kind === 'defaultPrivileges') return `${words} ${newObjects(object)}`
  if (object.kind === 'changedRights') return `${words} ${textIn(object, 'target')}`
  if (isGrantedOnParent(object)) return `${words} ${parentNameOf(object)}`
  const told = factsOf(object.kind).grant?.told
  if (told === undefined) return `${words} ${nameOf(object.id)}`
  return `${words.replace(/\bcreate\b/, 'create in')} ${told} ${nameOf(object.id)}`
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
