import type { Catalog, CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { isTable, parentTablesOf, tablesOf } from '../../../model/parent-tables.ts'

/** Which tables have to do with each other. */
export interface Families {
  /** One of the tables of a family; a table without one is its own. */
  readonly familyOf: (table: ObjectId) => ObjectId
  readonly isAlone: (table: ObjectId) => boolean
  /** Whether others inherit from it, so that ONLY makes a difference. */
  readonly hasHeirs: (table: ObjectId) => boolean
}

/** Finds the tables that inherit from each other or are partitions, in any of the states. */
export function findFamilies(catalogs: readonly Catalog[]): Families {
  const heads = new Map<ObjectId, ObjectId>()
  const parents = new Set<ObjectId>()
  const familyOf = (id: ObjectId): ObjectId => {
    const next = heads.get(id)
    return next === undefined ? id : familyOf(next)
  }
  for (const table of catalogs.flatMap((catalog) => tablesOf(catalog)))
    for (const parent of parentTablesOf(table)) {
      parents.add(parent)
      const [one, other] = [familyOf(table.id), familyOf(parent)]
      if (one !== other) heads.set(one, other)
    }
  const known = new Set([...heads].flat())
  return {
    familyOf,
    isAlone: (table) => !known.has(table),
    hasHeirs: (table) => parents.has(table),
  }
}

/** The table that an object is or is a part of, in one of the states. */
export function tableOf(id: ObjectId, catalogs: readonly Catalog[]): ObjectId | undefined {
  const object = catalogs
    .map(({ objects }) => objects.get(id))
    .find((found): found is CatalogObject => found !== undefined)
  if (object === undefined) return undefined
  if (isTable(object)) return object.id
  return object.parent === null ? undefined : tableOf(object.parent, catalogs)
}
