import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { flagOf, textIn, textOf } from '../../model/attribute.ts'
import { dependentsOf } from '../../model/needs.ts'
import { idAt, nameOf } from '../../model/object-id.ts'
import { pathOf } from '../../model/qualified-name.ts'
import { create, drop } from '../action.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import { addAll, addEach, classOfFamily } from './operator-family.ts'
import { addedMember, membersOf, membersWithout } from './operator-members.ts'
import type { OperatorMember } from './operator-members.ts'
import type { Context, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Operator classes. Nothing of what they are can be altered, but btree and hash take missing members in. */
export const operatorClassRule: Rule = {
  kind: 'operatorClass',
  hasNoData: true,
  goesWith: (object) => familiesOf(object),
  create: (object, context) => [
    ...createWithFamily(object, context),
    ...createFacets(object, context),
  ],
  drop: (object, context) => {
    const keyed = keyedBy(object.id, context)
    return keyed.length > 0
      ? {
          refused: `${keyed.join(', ')} is partitioned by it; PostgreSQL cannot change the key of a partitioned table`,
        }
      : [statement({ verb: 'drop', object: object.id }, drop(addressOf(object)))]
  },
  alter: (change, context) => {
    const members = addMissing(change)
    return members === undefined ? 'replace' : [...members, ...alterFacets(change, context)]
  },
}

function familiesOf(object: CatalogObject): ObjectId[] {
  const family = idAt(object, 'family')
  return family === null ? [] : [family]
}

/** The tables that stay and have it in the key that they are partitioned by. */
function keyedBy(id: ObjectId, { from, to }: Context): string[] {
  return dependentsOf(from, id)
    .filter((user) => from.objects.get(user)?.kind === 'table' && to.objects.has(user))
    .map(nameOf)
}

/** With a family of its name that is new, too: what the class cannot say is said of that. */
function createWithFamily(object: CatalogObject, context: Context): Statement[] {
  const family = context.to.objects.get(idAt(object, 'family') ?? '')
  const isAlong =
    family !== undefined && classOfFamily(family, context.from, context.to)?.id === object.id
  if (!isAlong) return [createClass(object, membersOf(object))]
  const isTold = (member: OperatorMember): boolean => staysInFamily(object, member)
  const members = membersOf(family)
  return [
    createClass(object, inOrder([...membersOf(object), ...members.filter(isTold)])),
    ...addAll(
      family,
      members.filter((member) => !isTold(member)),
    ),
    ...createFacets(family, context),
  ]
}

/**
 * Whether a member belongs to the family, not to the class, though CREATE OPERATOR CLASS names it (PostgreSQL source,
 * amadjustmembers of each access method).
 */
function staysInFamily(object: CatalogObject, { sort, number, types }: OperatorMember): boolean {
  const method = methodOf(object)
  if (['gist', 'gin', 'spgist'].includes(method)) return true
  if (!takesMembers.has(method)) return false
  const type = textIn(object, 'type')
  return types !== `${type}, ${type}` || (sort === 'function' && number !== '1')
}

/** Operators first, by their numbers. */
function inOrder(members: readonly OperatorMember[]): OperatorMember[] {
  return members.toSorted((a, b) =>
    a.sort === b.sort ? Number(a.number) - Number(b.number) : a.sort > b.sort ? -1 : 1,
  )
}

function createClass(object: CatalogObject, members: readonly OperatorMember[]): Statement {
  const type = textIn(object, 'type')
  const storage = textOf(object, 'storage')
  const family = nameOf(idAt(object, 'family') ?? object.id)
  const items = [
    ...members.map(addedMember),
    // At least one thing must be said; to store the type itself is what happens anyway.
    ...(storage === null && members.length > 0 ? [] : [`storage ${storage ?? type}`]),
  ]
  const head = [
    `\n  ${flagOf(object, 'default') ? 'default ' : ''}for type ${type} using ${methodOf(object)}`,
    ...(family === nameOf(object.id) ? [] : [` family ${pathOf(family)}`]),
    ' as\n    ',
  ]
  return statement(
    { verb: 'create', object: object.id },
    create(`operator class ${pathOf(nameOf(object.id))}`, head.join('') + items.join(',\n    ')),
  )
}

function methodOf({ id }: CatalogObject): string {
  return nameOf(id).slice(pathOf(nameOf(id)).length + 1, -1)
}

/** The access methods that tie a member to the class of its type, whenever it is added. */
const takesMembers: ReadonlySet<string> = new Set(['btree', 'hash'])

/** The statements that add what an old state of the class lacks; undefined where something else differs. */
function addMissing(change: Altered): Statement[] | undefined {
  const changed = withoutFacets(change)
  if (changed.length === 0) return []
  const { from, to } = change
  const [before, after] = [membersOf(from), membersOf(to)]
  const isAddition = changed.every((name) => name === 'members') && takesMembers.has(methodOf(to))
  if (!isAddition || membersWithout(before, after).length > 0) return undefined
  const family = { ...to, kind: 'operatorFamily' as const, id: idAt(to, 'family') ?? to.id }
  return addEach(family, membersWithout(after, before)).map((each) => ({ ...each, object: to.id }))
}
