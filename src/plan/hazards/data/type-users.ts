import type { Catalog, ObjectId } from '../../../model/catalog.ts'
import { factsOf } from '../../../model/kind.ts'
import { dependentsOf } from '../../../model/needs.ts'
import { isOfForeignTable } from '../../../model/parent-tables.ts'
import { parentNameOf } from '../../rules/facets/name.ts'

/**
 * The tables here, by name and sorted, that have a column of a type: itself, an array of it, or a domain, composite type or
 * range over it.
 */
export function columnsOfType(type: ObjectId | null, catalog: Catalog): string[] {
  const seen = new Set(type === null ? [] : [type])
  const tables = new Set<string>()
  for (const id of seen) {
    for (const dependent of dependentsOf(catalog, id)) {
      const object = catalog.objects.get(dependent)
      if (object === undefined || isOfForeignTable(object)) continue
      if (object.kind === 'column') tables.add(parentNameOf(object))
      else if (factsOf(object.kind).type === 'own') seen.add(dependent)
    }
  }
  return [...tables].toSorted()
}
