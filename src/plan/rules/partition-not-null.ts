import { flagOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { idAt } from '../../model/object-id.ts'
import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { partitionedColumn } from './column-not-null.ts'
import { alterColumn } from './column-statement.ts'

/**
 * Makes the NOT NULL that a partition's column has of its partitioned table its own, too. Attaching takes that away
 * (MergeConstraintsIntoExisting of PostgreSQL 18), and to set it again says it.
 */
export function makeNotNullOwn(column: CatalogObject, catalog: Catalog): Statement[] {
  if (!flagOf(column, 'notNullOwn') || partitionedColumn(column, catalog) === undefined) return []
  return [
    { ...alterColumn(column, { part: 'set not null' }, { attribute: 'notNull' }), atEnd: true },
  ]
}

/** The same of a column that is there, where its table is attached. */
export function keepNotNullOwn({ from, to }: Altered, context: Context): Statement[] {
  if (flagOf(from, 'notNullOwn')) return []
  const isMoved = partitionOf(from, context.from) !== partitionOf(to, context.to)
  return isMoved ? makeNotNullOwn(to, context.to) : []
}

function partitionOf({ parent }: CatalogObject, catalog: Catalog): string | null {
  const table = catalog.objects.get(parent ?? '')
  return table === undefined ? null : idAt(table, 'partitionOf')
}
