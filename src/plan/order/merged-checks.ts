import type { Catalog, CatalogObject, Dependency } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { attachedTo, childId } from '../../model/object-id.ts'
import { parentTablesOf, tablesOf } from '../../model/parent-tables.ts'
import { ownNameOf } from '../rules/facets/name.ts'

/**
 * Checks that tables have both as their own and of a parent, where the other state has both tables too: each of these
 * comes before the parent's, which is merged with it, and goes after it. PostgreSQL drops no check that is inherited,
 * and keeps no edge between the two (manual, ALTER TABLE).
 */
export function mergedChecks(catalog: Catalog, other: Catalog): Dependency[] {
  return tablesOf(catalog).flatMap((table) => {
    const parents = parentTablesOf(table).filter((parent) => other.objects.has(parent))
    if (parents.length === 0 || !other.objects.has(table.id)) return []
    const own = childrenOf(catalog, table.id).filter((part) => isCheck(part) && !attachedTo(part))
    return own.flatMap((check) =>
      parents
        .map((parent) => childId('constraint', parent, ownNameOf(check)))
        .filter((dependent) => isCheck(catalog.objects.get(dependent)))
        .map((dependent) => ({ dependent, needed: check.id })),
    )
  })
}

function isCheck(object: CatalogObject | undefined): boolean {
  return object?.kind === 'constraint' && object.attributes['type'] === 'check'
}
