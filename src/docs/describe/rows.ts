import { flagOf, textIn, textOf, textsOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import type { Role } from '../../model/role.ts'
import { isOwner, reachOf } from './grants.ts'
import { predicateOf } from './predicate.ts'
import type { Predicate } from './predicate.ts'

/** The commands that row security governs. */
export const rowCommands = ['select', 'insert', 'update', 'delete'] as const

/** One of them. */
export type RowCommand = (typeof rowCommands)[number]

/** Which rows a command of a role reaches, once a grant lets it. */
export interface Rows {
  /** Policies decide, or the query of a view, or nothing: all rows. */
  readonly by: 'policies' | 'query' | 'nothing'
  /** Of the rows that are there: a row that one of the first admits, and each of the second. */
  readonly admitted: readonly Predicate[]
  readonly restricted: readonly Predicate[]
  /** The same of the new row, where an update asks something else of it than of the old one. */
  readonly newAdmitted: readonly Predicate[]
  readonly newRestricted: readonly Predicate[]
}

const all: Rows = {
  by: 'nothing',
  admitted: [],
  restricted: [],
  newAdmitted: [],
  newRestricted: [],
}

/** Finds the rows that a role reaches by a command, by the policies of a table. */
export function rowsOf(
  catalog: Catalog,
  role: Role,
  { object, command }: { readonly object: CatalogObject; readonly command: RowCommand },
): Rows {
  if (object.kind === 'view') return { ...all, by: 'query' }
  if (passesRowSecurity(role, object)) return all
  const policies = childrenOf(catalog, object.id).filter((policy) =>
    appliesTo(policy, role, command),
  )
  const permissive = policies.filter((policy) => flagOf(policy, 'permissive'))
  const restrictive = policies.filter((policy) => !flagOf(policy, 'permissive'))
  const asked = command === 'insert' ? newRow : oldRow
  return {
    by: 'policies',
    admitted: permissive.flatMap(asked),
    restricted: restrictive.flatMap(asked),
    newAdmitted: command === 'update' ? permissive.flatMap(newRow) : [],
    newRestricted: command === 'update' ? restrictive.flatMap(newRow) : [],
  }
}

/** Whether a policy has a say in a command of a role. */
export function appliesTo(policy: CatalogObject, role: Role, command: RowCommand): boolean {
  if (policy.kind !== 'policy') return false
  const reach = reachOf(role)
  const ofCommand = ['all', command].includes(textIn(policy, 'command'))
  return ofCommand && textsOf(policy, 'roles').some((name) => reach.includes(name))
}

function passesRowSecurity(role: Role, object: CatalogObject): boolean {
  const state = textOf(object, 'rowSecurity') ?? 'off'
  if (state === 'off' || state === 'forced but off') return true
  if (role.superuser || role.bypassesRowSecurity) return true
  return state === 'on' && isOwner(role, object)
}

function oldRow(policy: CatalogObject): Predicate[] {
  const using = textOf(policy, 'using')
  return using === null ? [] : [predicateOf(using)]
}

/** What a policy asks of a new row: what it asks of an old one where it says nothing else. */
function newRow(policy: CatalogObject): Predicate[] {
  const check = textOf(policy, 'check') ?? textOf(policy, 'using')
  return check === null ? [] : [predicateOf(check)]
}
