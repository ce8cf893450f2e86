import { parentTablesOf, tablesOf } from '../../model/parent-tables.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { flagOf, textOf } from '../../model/attribute.ts'
import { ownNameOf } from './facets/name.ts'
import type { Context } from '../rule.ts'
import { childId } from '../../model/object-id.ts'

/** The column of a parent table that a column is inherited from. */
export function inheritedFrom(
  column: CatalogObject,
  { objects }: Catalog,
): CatalogObject | undefined {
  const table = objects.get(column.parent ?? '')
  if (table === undefined || !flagOf(column, 'inherited')) return undefined
  const own = ownNameOf(column)
  return parentTablesOf(table)
    .map((parent) => objects.get(childId('column', parent, own)))
    .find((found) => found !== undefined)
}

/** Whether a table that stays takes or leaves a parent. */
export function movesParents({ from, to }: Context): boolean {
  return tablesOf(to).some((table) => {
    const before = from.objects.get(table.id)
    return (
      before !== undefined &&
      ['partitionOf', 'bound', 'inherits'].some(
        (name) => !isSameValue(before.attributes[name], table.attributes[name]),
      )
    )
  })
}

/** What PostgreSQL changes in the tables that inherit too; a refusal would follow if it was said there again. */
const passedOn: readonly string[] = [
  'type',
  'collation',
  'generated',
  'notNull',
  'notNullName',
  'notNullValidated',
]

/** Whether an attribute of an inherited column changes by the same change of the column that it is inherited from. */
export function followsParent({ from, to }: Altered, name: string, context: Context): boolean {
  if (name === 'identity') return hasIdentityOfTable({ from, to }, context)
  if (!isPassedOn(name, to)) return false
  const [before, after] = [inheritedFrom(from, context.from), inheritedFrom(to, context.to)]
  return (
    before !== undefined &&
    after?.id === before.id &&
    isSameValue(after.attributes[name], to.attributes[name]) &&
    !isSameValue(before.attributes[name], after.attributes[name])
  )
}

function isPassedOn(name: string, column: CatalogObject): boolean {
  const isExpression = name === 'default' && textOf(column, 'generated') !== null
  return isExpression || passedOn.includes(name)
}

/** Since 17 partitions have the identity of their table (release notes). */
function hasIdentityOfTable({ from, to }: Pick<Altered, 'from' | 'to'>, context: Context): boolean {
  return isInPartition(to, context.to) && isInPartition(from, context.from)
}

function isInPartition({ parent }: CatalogObject, { objects }: Catalog): boolean {
  return (objects.get(parent ?? '')?.attributes['partitionOf'] ?? null) !== null
}
