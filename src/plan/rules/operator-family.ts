import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { nameOf } from '../../model/object-id.ts'
import { alterBelow, create, drop } from '../action.ts'
import { alterFacets, createFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import { addedMember, memberPlace, membersOf, membersWithout } from './operator-members.ts'
import type { OperatorMember } from './operator-members.ts'
import type { Goes, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/**
 * Operator families. One that comes with a class of its name is made by that (manual, CREATE OPERATOR CLASS). A member
 * lets go of its operator when that goes, and comes back.
 */
export const operatorFamilyRule: Rule = {
  kind: 'operatorFamily',
  create: (family, context) => {
    if (isForeign(family)) return addAll(family, membersOf(family))
    if (classOfFamily(family, context.from, context.to) !== undefined) return []
    return [
      statement({ verb: 'create', object: family.id }, create(addressOf(family))),
      ...addAll(family, membersOf(family)),
      ...createFacets(family, context),
    ]
  },
  drop: (family) =>
    isForeign(family)
      ? dropEach(family, membersOf(family))
      : [statement({ verb: 'drop', object: family.id }, drop(addressOf(family)))],
  alter: (change, context) => [...alterMembers(change), ...alterFacets(change, context)],
  detachable: {
    keeps: () => true,
    detach: (family, _context, goes) => dropEach(family, using(family, goes)),
    attach: (family, _context, goes) => addEach(family, using(family, goes)),
    takesDependents: () => false,
  },
}

/** Whether it is PostgreSQL's or an extension's: only members of it are ours. */
function isForeign(family: CatalogObject): boolean {
  return family.attributes['owner'] === null
}

/** The class that makes a new family along, being new with the family and of its name. */
export function classOfFamily(
  family: CatalogObject,
  from: Catalog,
  to: Catalog,
): CatalogObject | undefined {
  if (from.objects.has(family.id)) return undefined
  return [...to.objects.values()].find(
    ({ kind, id, attributes }) =>
      kind === 'operatorClass' &&
      nameOf(id) === nameOf(family.id) &&
      attributes['family'] === family.id,
  )
}

/** All members of a new family, a line each. */
export function addAll(family: CatalogObject, members: readonly OperatorMember[]): Statement[] {
  if (members.length < 2) return addEach(family, members)
  const lines = members.map(addedMember).join(',\n    ')
  return [alterFamily(family, `add\n    ${lines}`)]
}

/** A statement a member, so that each finds its place in the order. */
export function addEach(family: CatalogObject, members: readonly OperatorMember[]): Statement[] {
  return members.map((member) => alterFamily(family, `add ${addedMember(member)}`))
}

function dropEach(family: CatalogObject, members: readonly OperatorMember[]): Statement[] {
  return members.map((member) => alterFamily(family, `drop ${memberPlace(member)}`))
}

function alterFamily(family: CatalogObject, clause: string): Statement {
  return statement({ verb: 'alter', object: family.id }, alterBelow(addressOf(family), clause), {
    attribute: 'members',
  })
}

function alterMembers({ from, to }: Altered): Statement[] {
  const [before, after] = [membersOf(from), membersOf(to)]
  return [
    ...dropEach(to, membersWithout(before, after)),
    ...addEach(to, membersWithout(after, before)),
  ]
}

function using(family: CatalogObject, goes: Goes): OperatorMember[] {
  return membersOf(family).filter(({ uses }) => goes(uses))
}
