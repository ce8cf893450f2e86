import type { CatalogObject } from '../../model/catalog.ts'
import { recordsOf, spell, textIn, textOf } from '../attribute.ts'
import { nameOf, ownNameOf, parentNameOf } from '../name.ts'
import { builtIn } from '../rules/default-privileges.ts'
import type { Hazard, Risk } from './hazard.ts'
import type { ObjectStep } from './object-step.ts'

/** One right: who may do what, and whether he may hand it on. */
interface Right {
  readonly grantee: string
  readonly privilege: string
  readonly grantable: boolean
}

/**
 * What grants and revocations open and close. Taken from the rights before and after: a right that comes back with a
 * recreated object is none that opens anything.
 */
export function rightsRisks(step: ObjectStep): Risk[] {
  const { verb, before, after, grantee } = step
  const object = after ?? before
  if ((verb !== 'grant' && verb !== 'revoke') || object === undefined) return []
  const [old, fresh] = [before, after].map((each) =>
    rightsIn(each, object).filter((right) => right.grantee === (grantee ?? right.grantee)),
  )
  if (old === undefined || fresh === undefined) return []
  if (verb === 'grant') return openings(object, beyond(fresh, old))
  // What a new object gets by default is taken from nobody.
  const isThere = before !== undefined || object.kind === 'defaultPrivileges'
  return isThere ? say(object, beyond(old, fresh), closing) : []
}

/** The roles other than its owner that have a right on an object or on one of its columns, sorted. */
export function rolesWithRights(objects: readonly (CatalogObject | undefined)[]): string[] {
  const roles = objects.flatMap((object) =>
    object === undefined ? [] : recordsOf(object, 'rights').map(({ grantee }) => spell(grantee)),
  )
  return [...new Set(roles)].toSorted()
}

/** The rights that are in the first list and not in the second: the privilege, or the option to grant it. */
function beyond(list: readonly Right[], other: readonly Right[]): Right[] {
  return list.flatMap((right) => {
    const known = other.find((each) => isSame(each, right))
    if (known === undefined) return [right]
    return right.grantable && !known.grantable ? [{ ...right, privilege: optionOf(right) }] : []
  })
}

/** Stands for the grant option of a right that was there without it. */
function optionOf({ privilege }: Right): string {
  return `grant ${privilege}`
}

function openings(object: CatalogObject, rights: readonly Right[]): Risk[] {
  // A new right that can be granted on is two rights.
  const all = rights.flatMap((right) =>
    right.grantable && !isOption(right)
      ? [right, { ...right, privilege: optionOf(right) }]
      : [right],
  )
  return say(object, all, opening)
}

function isOption({ privilege }: Right): boolean {
  return privilege.startsWith('grant ')
}

const opening: Words = { hazard: 'opens_access', may: 'may' }
const closing: Words = { hazard: 'breaks_clients', may: 'may no longer' }

interface Words {
  readonly hazard: Hazard
  readonly may: string
}

/** One risk a grantee; on columns one a privilege, so that columns with the same right can be told together. */
function say(object: CatalogObject, rights: readonly Right[], { hazard, may }: Words): Risk[] {
  const isColumn = object.kind === 'column' || object.kind === 'viewColumn'
  const groups = Map.groupBy(rights, ({ grantee, privilege }) =>
    isColumn || isOption({ grantee, privilege, grantable: true })
      ? `${grantee} ${privilege}`
      : grantee,
  )
  return [...groups.values()].flatMap((list) => {
    const words = sorted(list.map(({ privilege }) => privilege)).join(', ')
    const what = `${list[0]?.grantee ?? ''} ${may} ${targetWords(object, words)}`
    return [isColumn ? { hazard, what, columns: [ownNameOf(object)] } : { hazard, what }]
  })
}

/** What may be done with what: `select public.t`, `use schema app`, `execute public.f(integer)`. */
function targetWords(object: CatalogObject, privileges: string): string {
  const words = privileges
    .replaceAll(/\busage\b/g, 'use')
    .replaceAll(/^grant (.*)$/g, 'grant $1 on')
  switch (object.kind) {
    case 'column':
    case 'viewColumn':
      return `${words} ${parentNameOf(object)}`
    case 'schema':
      return `${words.replace(/\bcreate\b/, 'create in')} schema ${nameOf(object.id)}`
    case 'sequence':
    case 'identitySequence':
      return `${words} sequence ${nameOf(object.id)}`
    case 'defaultPrivileges':
      return `${words} ${newObjects(object)}`
    default:
      return `${words} ${typeWord(object.kind)}${nameOf(object.id)}`
  }
}

/** `new tables of postgres in schema app` */
function newObjects(entry: CatalogObject): string {
  const schema = textOf(entry, 'schema')
  const place = schema === null ? '' : ` in schema ${schema}`
  return `new ${textIn(entry, 'objectType')} of ${textIn(entry, 'role')}${place}`
}

function typeWord(kind: string): string {
  return ['enum', 'domain', 'composite', 'range'].includes(kind)
    ? 'type '
    : kind === 'language'
      ? 'language '
      : ''
}

const order = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']

function sorted(privileges: readonly string[]): string[] {
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)
  return privileges.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

/** The rights on an object before or after; of new objects PostgreSQL's own where nothing is said. */
function rightsIn(object: CatalogObject | undefined, either: CatalogObject): Right[] {
  if (object === undefined) return either.kind === 'defaultPrivileges' ? builtIn(either) : []
  return recordsOf(object, 'rights').map((right) => ({
    grantee: spell(right['grantee']),
    privilege: spell(right['privilege']),
    grantable: right['grantable'] === true,
  }))
}

function isSame(a: Right, b: Right): boolean {
  return a.grantee === b.grantee && a.privilege === b.privilege
}
