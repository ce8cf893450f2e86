import type { Catalog, CatalogObject, ObjectId } from './catalog.ts'
import { idAt, idsAt } from './object-id.ts'

/** The tables that a table inherits from, or the one that it is a partition of. */
export function parentTablesOf(table: CatalogObject): ObjectId[] {
  const partitioned = idAt(table, 'partitionOf')
  return partitioned === null ? idsAt(table, 'inherits') : [partitioned]
}

/** The partitions of a table and the tables that inherit from it by one step, in order. */
export function childTablesOf(catalog: Catalog, table: ObjectId): readonly CatalogObject[] {
  const found = known.get(catalog) ?? groupTables(catalog)
  known.set(catalog, found)
  return found.get(table) ?? []
}

/** Grouped once a catalog, which never changes. */
const known = new WeakMap<Catalog, ReadonlyMap<ObjectId, readonly CatalogObject[]>>()

function groupTables(catalog: Catalog): ReadonlyMap<ObjectId, readonly CatalogObject[]> {
  const pairs = [...catalog.objects.values()].flatMap((table) =>
    parentTablesOf(table).map((parent) => ({ parent, table })),
  )
  return new Map(
    Array.from(
      Map.groupBy(pairs, ({ parent }) => parent),
      ([id, list]) => [id, list.map(({ table }) => table)],
    ),
  )
}
