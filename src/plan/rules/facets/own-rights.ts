import type { Catalog, CatalogObject, Value } from '../../../model/catalog.ts'
import { recordsOf, spell } from '../../../model/attribute.ts'
import { entriesFor } from './default-rights.ts'
import { grant, revoke, revokeAll, revokeOption } from './right-statements.ts'
import type { Right } from './right-statements.ts'
import type { Context } from '../../rule.ts'
import type { Statement } from '../../statement.ts'

/** How an owner's right is not as he has it by himself: he may hand it on, or lacks it. */
interface OwnRight {
  readonly privilege: string
  readonly mark: Value
}

/**
 * States of a new object which rights its owner may hand on or lacks, when it is his. Where default privileges say
 * something of the rights of whoever makes it, all of them are stated.
 */
export function createOwnRights(object: CatalogObject, context: Context): Statement[] {
  const owner = ownerOf(object, context.to)
  if (object.attributes['rights'] === undefined || typeof owner !== 'string') return []
  const restated: Statement[] = concernsOwner(object, context)
    ? [
        revokeAll(object, [owner]),
        ...grant(object, [{ grantee: owner, privilege: 'all', grantable: false }]),
      ]
    : []
  return [...restated, ...change(object, owner, [[], ownRightsOf(object)])]
}

function concernsOwner(object: CatalogObject, { from, to }: Context): boolean {
  return [from, to].some((catalog) =>
    [from.role, to.role].some((maker) =>
      entriesFor(object, catalog, maker).some((entry) =>
        recordsOf(entry, 'rights').some((right) => isChange(right, maker)),
      ),
    ),
  )
}

/** Whether default privileges give a role another right than it has by itself. An entry for a schema repeats many. */
function isChange(
  { grantee, grantable, ofOwner }: Readonly<Record<string, Value>>,
  role: Value,
): boolean {
  return grantee === role && (grantable === true || ofOwner !== undefined)
}

function change(
  object: CatalogObject,
  owner: string,
  [before, after]: readonly [readonly OwnRight[], readonly OwnRight[]],
): Statement[] {
  const only = (some: readonly OwnRight[], others: readonly OwnRight[], mark: string): string[] =>
    some
      .filter((one) => one.mark === mark)
      .filter((one) => !others.some((other) => isSameOwn(one, other)))
      .map(({ privilege }) => privilege)
  const lost = only(before, after, 'option')
  const lacking = only(after, before, 'lack')
  const rights = (names: readonly string[], grantable: boolean): Right[] =>
    names.map((privilege) => ({ grantee: owner, privilege, grantable }))
  const options = lost.filter((privilege) => !lacking.includes(privilege))
  return [
    ...revoke(object, rights(lacking, false)),
    ...revokeOption(object, rights(options, true)),
    ...grant(object, rights(only(before, after, 'lack'), false)),
    ...grant(object, rights(only(after, before, 'option'), true)),
  ]
}

function isSameOwn(a: OwnRight, b: OwnRight): boolean {
  return a.privilege === b.privilege && a.mark === b.mark
}

/** Changes which rights an owner may hand on or lacks, whoever it is. */
export function alterOwnRights(
  from: CatalogObject,
  to: CatalogObject,
  context: Context,
): Statement[] {
  const owner = ownerOf(to, context.to)
  return typeof owner === 'string' ? change(to, owner, [ownRightsOf(from), ownRightsOf(to)]) : []
}

function ownRightsOf(object: CatalogObject): OwnRight[] {
  return recordsOf(object, 'rights').flatMap(({ privilege, ofOwner }) =>
    ofOwner === undefined ? [] : [{ privilege: spell(privilege), mark: ofOwner }],
  )
}

/** An object without an owner has that of its parent. */
export function ownerOf(object: CatalogObject, { objects }: Catalog): Value {
  for (let each: CatalogObject | undefined = object; each !== undefined;) {
    const owner = each.attributes['owner'] ?? null
    if (owner !== null) return owner
    each = each.parent === null ? undefined : objects.get(each.parent)
  }
  return null
}
