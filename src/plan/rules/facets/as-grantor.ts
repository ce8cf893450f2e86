import type { CatalogObject, Value } from '../../../model/catalog.ts'
import { recordsOf } from '../../../model/attribute.ts'
import type { Context } from '../../rule.ts'
import type { Statement } from '../../statement.ts'
import { inOrder, withDependents } from './other-grantors.ts'
import type { DependentRight } from './other-grantors.ts'
import { dependentRights } from './right-changes.ts'
import { grant, revoke } from './right-statements.ts'
import type { Right } from './right-statements.ts'

/** Grants what others than the owner grant, each as its grantor. Takes lists that follow each other. */
export function grantAsGrantors(
  object: CatalogObject,
  lists: readonly (readonly DependentRight[])[],
  context: Context,
): Statement[] {
  return lists.flatMap((list) => grant(object, said(list, context)))
}

/** Revokes what others than the owner granted, each as its grantor. Takes lists that follow each other. */
export function revokeAsGrantors(
  object: CatalogObject,
  lists: readonly (readonly DependentRight[])[],
  context: Context,
): Statement[] {
  return lists.flatMap((list) => revoke(object, said(list, context)))
}

/** The rights of a new object that others than its owner grant. */
export function createDependentRights(object: CatalogObject, context: Context): Statement[] {
  return grantAsGrantors(object, inOrder(dependentRights(object)), context)
}

/** Whoever runs the plan need not become who he is. */
function said(rights: readonly DependentRight[], { to }: Context): Right[] {
  return rights.map(({ grantor, ...right }) =>
    grantor === to.role ? right : { ...right, grantor },
  )
}

/**
 * Lets the owner of an object say its rights where somebody else may grant them too. Of the roles whose rights it has,
 * whoever runs a plan grants and revokes as the first that may (source: select_best_grantor).
 */
export function asOwner(
  statements: readonly Statement[],
  { owner, objects }: { readonly owner: Value; readonly objects: readonly CatalogObject[] },
  { to }: Context,
): readonly Statement[] {
  const isShared = objects.some((object) =>
    recordsOf(object, 'rights').some(
      ({ grantable, ofOwner }) => grantable === true && ofOwner === undefined,
    ),
  )
  if (typeof owner !== 'string' || owner === to.role || !isShared) return statements
  return statements.map((each) =>
    each.action.kind === 'grant' || each.action.kind === 'revoke'
      ? { ...each, action: { ...each.action, as: owner } }
      : each,
  )
}

/** What others granted to or by a new owner, and what depends on that. */
export function handedOver(
  list: readonly DependentRight[],
  owner: Value | undefined,
): DependentRight[] {
  return withDependents(
    list,
    list.filter(({ grantee, grantor }) => grantee === owner || grantor === owner),
  )
}
