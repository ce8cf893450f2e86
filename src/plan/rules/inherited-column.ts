import { flagOf, textOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { ofAttribute } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { makeNotNull } from './column-not-null.ts'
import { alterColumn } from './column-statement.ts'
import { inheritedFrom } from './inheritance.ts'

/** What a column is before its table is attached: its identity is that of the partitioned table. */
export function asOwn(column: CatalogObject): CatalogObject {
  const { notNullInherited = null, notNullName = null } = column.attributes
  const name = notNullName ?? notNullInherited
  const attributes = { ...column.attributes, local: true, identity: null, notNullName: name }
  return { ...column, attributes }
}

/** An inherited column that is created along may be NOT NULL though the parent's is not. */
export function ownNotNull(column: CatalogObject, catalog: Catalog): Statement[] {
  const parent = parentOf(column, catalog)
  if (parent === undefined || flagOf(parent, 'notNull') || !flagOf(column, 'notNull')) return []
  return ofAttribute('notNull', makeNotNull(parent, column))
}

/** An inherited column that is created along may have a local default. */
export function ownDefault(column: CatalogObject, catalog: Catalog): Statement[] {
  if (!hasOwnDefault(column, catalog)) return []
  const own = textOf(column, 'default')
  const setting =
    own === null
      ? ({ part: 'drop default' } as const)
      : ({ part: 'set default', value: own } as const)
  return [alterColumn(column, setting, { attribute: 'default' })]
}

/** Whether it has: another one than the parent's, or none. */
export function hasOwnDefault(column: CatalogObject, catalog: Catalog): boolean {
  const parent = parentOf(column, catalog)
  return (
    parent !== undefined &&
    textOf(column, 'generated') === null &&
    textOf(parent, 'default') !== textOf(column, 'default')
  )
}

/** The column that it comes with; undefined where it is declared on its table, which no column of a partition is. */
function parentOf(column: CatalogObject, catalog: Catalog): CatalogObject | undefined {
  const table = catalog.objects.get(column.parent ?? '')
  const isPartition = (table?.attributes['partitionOf'] ?? null) !== null
  return flagOf(column, 'local') && !isPartition ? undefined : inheritedFrom(column, catalog)
}
