import type { Catalog, ObjectId } from '../../../model/catalog.ts'
import { factsOf } from '../../../model/kind.ts'
import { dependentsOf } from '../../../model/needs.ts'
import { parentNameOf } from '../../rules/facets/name.ts'

/**
 * The tables, by name and sorted, that have a column of a type: itself, an array of it, or a domain, composite type or
 * range over it.
 */
export function columnsOfType(type: ObjectId | null, catalog: Catalog): string[] {
  const seen = new Set(type === null ? [] : [type])
  const tables = new Set<string>()
  for (const id of seen) {
    for (const dependent of dependentsOf(catalog, id)) {
      const object = catalog.objects.get(dependent)
      if (object?.kind === 'column') tables.add(parentNameOf(object))
      else if (object !== undefined && factsOf(object.kind).type === 'own') seen.add(dependent)
    }
  }
  return [...tables].toSorted()
}
