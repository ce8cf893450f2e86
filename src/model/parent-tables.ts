import type { CatalogObject, ObjectId } from './catalog.ts'
import { idAt, idsAt } from './object-id.ts'

/** The tables that a table inherits from, or the one that it is a partition of. */
export function parentTablesOf(table: CatalogObject): ObjectId[] {
  const partitioned = idAt(table, 'partitionOf')
  return partitioned === null ? idsAt(table, 'inherits') : [partitioned]
}
