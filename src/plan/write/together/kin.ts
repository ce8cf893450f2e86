import type { Catalog, CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { neededBy } from '../../../model/needs.ts'
import { kindOf, lastNameOf } from '../../../model/object-id.ts'
import type { Families } from './families.ts'
import { tableOf } from './families.ts'

/** What belongs to an object in a table of a family, under its name. */
export interface Kin {
  /** An object with its parts, and with those of the same name in all tables of its family. */
  readonly of: (object: ObjectId) => readonly ObjectId[]
  /** The own names of the columns that a statement about an object has to do with, in a family. */
  readonly columnsOf: (object: ObjectId, family: ObjectId) => ReadonlySet<string>
  /** The families of the tables that an object needs. */
  readonly familiesOf: (object: ObjectId) => ReadonlySet<ObjectId>
}

/** Finds the kin of objects: a statement about a table is one about those that inherit from it, too. */
export function findKin(catalogs: readonly Catalog[], families: Families): Kin {
  const named = catalogs
    .flatMap(({ objects }) => [...objects.values()])
    .flatMap((object) => keysOf(object, families).map((key) => ({ key, id: object.id })))
  const byName = new Map(
    Array.from(
      Map.groupBy(named, ({ key }) => key),
      ([key, list]) => [key, list.map(({ id }) => id)],
    ),
  )
  const familyOfPart = (id: ObjectId): ObjectId | undefined => {
    const table = tableOf(id, catalogs)
    return table === undefined ? undefined : families.familyOf(table)
  }
  const neededOf = (id: ObjectId): ObjectId[] => catalogs.flatMap((each) => [...neededBy(each, id)])
  return {
    of: (object) => {
      const family = familyOfPart(object)
      const alike = family === undefined ? [] : (byName.get(keyOf(family, object)) ?? [])
      return [...new Set([object, ...alike])].flatMap((id) => [id, ...(byName.get(id) ?? [])])
    },
    familiesOf: (object) =>
      new Set(neededOf(object).flatMap((needed) => familyOfPart(needed) ?? [])),
    columnsOf: (object, family) => {
      const needed = [object, ...neededOf(object)]
      const isColumn = (id: ObjectId): boolean =>
        kindOf(id) === 'column' && familyOfPart(id) === family
      return new Set(needed.filter(isColumn).map(lastNameOf))
    },
  }
}

const parts: ReadonlySet<string> = new Set(['column', 'constraint', 'identitySequence'])

/** A part is found by the name that it has in its family; the sequence of an identity by its column. */
function keysOf({ id, kind, parent }: CatalogObject, { familyOf, isAlone }: Families): string[] {
  if (parent === null || !parts.has(kind)) return []
  if (kind === 'identitySequence') return [parent]
  return isAlone(parent) ? [] : [keyOf(familyOf(parent), id)]
}

function keyOf(family: ObjectId, id: ObjectId): string {
  return `${family}\n${kindOf(id) ?? ''} ${lastNameOf(id)}`
}
