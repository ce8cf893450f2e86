import type { CatalogObject, Value } from '../../../model/catalog.ts'
import { childrenOf } from '../../../model/catalog.ts'
import { recordsOf } from '../../../model/attribute.ts'
import { factsOf } from '../../../model/kind.ts'
import { hasAll } from './all-privileges.ts'
import { defaultRightsOf } from './default-rights.ts'
import { isGrantedOnParent } from './name.ts'
import {
  asOwner,
  createDependentRights,
  grantAsGrantors,
  handedOver,
  revokeAsGrantors,
} from './as-grantor.ts'
import { changeDependent, inOrder } from './other-grantors.ts'
import { dependentRights } from './right-changes.ts'
import type { DependentRight } from './other-grantors.ts'
import { alterOwnRights, ownerOf } from './own-rights.ts'
import { grant, isSameRight, revoke, revokeAll, revokeOption } from './right-statements.ts'
import type { Right } from './right-statements.ts'
import type { Context } from '../../rule.ts'
import type { Statement } from '../../statement.ts'

/**
 * States the rights of a new object as far as it does not have them by itself. What somebody has by default and is not to
 * have, or may have in another project, is revoked first.
 */
export function createRights(object: CatalogObject, context: Context): Statement[] {
  const stated = statedRights(object, context)
  const cleared = stated.filter(({ clears }) => clears).map(({ grantee }) => grantee)
  return [
    ...(cleared.length === 0 ? [] : [revokeAll(object, cleared)]),
    ...grant(
      object,
      stated.flatMap(({ given }) => given),
    ),
  ]
}

/** Whether the rights of a new object, as createRights states them, are about whoever runs the plan. */
export function concernsMaker(object: CatalogObject, context: Context): boolean {
  const makers = new Set([context.from.role, context.to.role])
  return statedRights(object, context).some(
    ({ grantee, clears, given }) => makers.has(grantee) && (clears || given.length > 0),
  )
}

/** The rights that a new object has without a word. */
export function silentRights(object: CatalogObject, context: Context): Right[] {
  const stated = statedRights(object, context)
  return rightsOf(object).filter(({ grantee }) =>
    stated.some((each) => each.grantee === grantee && !each.clears && each.given.length === 0),
  )
}

/** What is said of the rights of one grantee. */
interface Stated {
  readonly grantee: string
  /** Whether all that it has by default is revoked first. */
  readonly clears: boolean
  readonly given: readonly Right[]
}

function statedRights(object: CatalogObject, context: Context): Stated[] {
  if (object.attributes['rights'] === undefined) return []
  const wanted = Map.groupBy(rightsOf(object), ({ grantee }) => grantee)
  const byDefault = defaultRightsOf(object, context)
  // The owner's own rights come with the object, and nobody else may take them.
  const owner = ownerOf(object, context.to)
  return [...new Set([...byDefault.keys(), ...wanted.keys()])]
    .filter((grantee) => grantee !== owner)
    .toSorted(publicFirst)
    .map((grantee) => {
      const rights = wanted.get(grantee) ?? []
      const held = byDefault.has(grantee) ? byDefault.get(grantee) : []
      return { grantee, ...stateRights(rights, held, isAll(object, rights, context)) }
    })
}

function stateRights(
  wanted: readonly Right[],
  held: readonly Right[] | undefined,
  isWhole: boolean,
): Omit<Stated, 'grantee'> {
  const isOver = held === undefined ? !isWhole : held.some((right) => !has(wanted, right))
  if (isOver || held === undefined) return { clears: isOver, given: wanted }
  const missing = wanted.filter((right) => !has(held, right))
  return { clears: false, given: isWhole && missing.length > 0 ? wanted : missing }
}

function has(rights: readonly Right[], right: Right): boolean {
  return rights.some((other) => isSameRight(other, right))
}

/** Whether rights are all that there are, so that by default nobody can have another one. */
function isAll({ kind }: CatalogObject, rights: readonly Right[], { to }: Context): boolean {
  const word = factsOf(kind).grant?.word ?? ''
  const names = rights.map(({ privilege }) => privilege)
  return hasAll(word, names, to.serverVersion) && !rights.some(({ grantable }) => grantable)
}

/** The rights of a new column: nothing gives any by default. */
export function createColumnRights(column: CatalogObject, context: Context): Statement[] {
  return [...grant(column, rightsOf(column)), ...createDependentRights(column, context)]
}

/**
 * Grants what is missing and revokes what is too much. Revoking a right on a table takes the same right on its columns
 * along: those that are to stay are granted again.
 */
export function alterRights(from: CatalogObject, to: CatalogObject, context: Context): Statement[] {
  const [before, after] = [rightsOf(from), rightsOf(to)]
  const gone = before
    .filter((right) => !after.some((other) => isSameRight(right, other)))
    .filter(({ grantee }) => grantee !== newOwner(from, to))
  const come = after.filter((right) => !before.some((other) => isSameRight(right, other)))
  // A right whose grant option alone comes or goes stays.
  const lost = gone.filter((right) => !isIn(right, after))
  const { revoked, granted } = changeDependent(keptByOthers(from, to), dependentRights(to), gone)
  const ofOwner = [
    ...revoke(to, lost),
    ...revokeOption(
      to,
      gone.filter((right) => right.grantable && isIn(right, after)),
    ),
    ...grant(
      to,
      come.filter((right) => right.grantable || !isIn(right, before)),
    ),
    ...regrantColumns(to, lost, context),
    ...alterOwnRights(from, to, context),
  ]
  const whose = { owner: ownerOf(to, context.to), objects: [from, to] }
  return [
    ...revokeAsGrantors(to, revoked, context),
    ...asOwner(ofOwner, whose, context),
    ...grantAsGrantors(to, granted, context),
  ]
}

function isIn(right: Right, list: readonly Right[]): boolean {
  return list.some(
    (other) => other.grantee === right.grantee && other.privilege === right.privilege,
  )
}

/**
 * Rights of a new owner, and those that he granted, are revoked before ownership changes. Later they would count as an
 * owner's rights, which are not revoked.
 */
export function revokeFromNewOwner(
  from: CatalogObject,
  to: CatalogObject,
  context: Context,
): Statement[] {
  const owner = newOwner(from, to)
  const dependent = inOrder(handedOver(dependentRights(from), owner)).toReversed()
  const given = rightsOf(from).filter(({ grantee }) => grantee === owner)
  const whose = { owner: ownerOf(from, context.from), objects: [from] }
  return [
    ...revokeAsGrantors(to, dependent, context),
    ...asOwner(revoke(to, given), whose, context),
  ]
}

/** What others granted, and ownership that changes leaves. */
function keptByOthers(from: CatalogObject, to: CatalogObject): DependentRight[] {
  const list = dependentRights(from)
  const gone = handedOver(list, newOwner(from, to))
  return list.filter((right) => !gone.includes(right))
}

function newOwner(from: CatalogObject, to: CatalogObject): Value | undefined {
  const owner = to.attributes['owner']
  return owner === from.attributes['owner'] ? undefined : owner
}

function regrantColumns(
  table: CatalogObject,
  gone: readonly Right[],
  { from, to }: Context,
): Statement[] {
  if (isGrantedOnParent(table) || gone.length === 0) return []
  const columns = childrenOf(to, table.id).filter(
    (child) => isGrantedOnParent(child) && from.objects.has(child.id),
  )
  return columns.flatMap((column) =>
    grant(
      column,
      rightsOf(column).filter((right) =>
        gone.some((lost) => lost.grantee === right.grantee && lost.privilege === right.privilege),
      ),
    ),
  )
}

function publicFirst(a: string, b: string): number {
  if (a === b) return 0
  if (a === 'public' || b === 'public') return a === 'public' ? -1 : 1
  return a < b ? -1 : 1
}

function rightsOf(object: CatalogObject): Right[] {
  return recordsOf(object, 'rights')
    .filter(({ ofOwner, grantor }) => ofOwner === undefined && grantor === undefined)
    .map((right) => ({
      grantee: text(right['grantee']),
      privilege: text(right['privilege']),
      grantable: right['grantable'] === true,
    }))
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}
