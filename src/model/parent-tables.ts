import type { Catalog, CatalogObject, ObjectId } from './catalog.ts'
import { objectsOfKind } from './catalog.ts'
import { factsOf, kinds } from './kind.ts'
import { factsOfId, idAt, idsAt } from './object-id.ts'

/** The tables of a catalog, foreign ones too, in order. */
export function tablesOf(catalog: Catalog): CatalogObject[] {
  return tableKinds.flatMap((kind) => objectsOfKind(catalog, kind))
}

const tableKinds = kinds.filter((kind) => factsOf(kind).isTable === true).toReversed()

/** Whether an object is a table, here or elsewhere. */
export function isTable({ kind }: Pick<CatalogObject, 'kind'>): boolean {
  return factsOf(kind).isTable === true
}

/** Whether a part belongs to a foreign table: its values are elsewhere. */
export function isOfForeignTable({ parent }: Pick<CatalogObject, 'parent'>): boolean {
  const facts = parent === null ? undefined : factsOfId(parent)
  return facts?.isTable === true && facts.hasRows !== true
}

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
