import { flagOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { childId } from '../../model/object-id.ts'
import { childTablesOf } from '../../model/parent-tables.ts'
import { ownNameOf } from './facets/name.ts'
import { inheritedFrom } from './inheritance.ts'

/**
 * The columns that inherit this one and belong to their own tables too, of tables that the other state also has; the
 * lowest first. They are created before it and dropped after it: PostgreSQL merges a column with one that is there, and
 * never makes an inherited column a table's own (manual, ALTER TABLE, ADD COLUMN).
 * @param catalog The state that has the column.
 * @param other The state that lacks it.
 */
export function ownHeirsOf(
  column: CatalogObject,
  catalog: Catalog,
  other: Catalog,
): CatalogObject[] {
  const { parent } = column
  if (parent === null) return []
  return childTablesOf(catalog, parent)
    .filter(({ id }) => other.objects.has(id))
    .flatMap((table) => {
      const heir = catalog.objects.get(childId('column', table.id, ownNameOf(column)))
      if (heir === undefined || inheritedFrom(heir, catalog) !== column) return []
      const isOwn = flagOf(heir, 'local') && !other.objects.has(heir.id)
      return [...ownHeirsOf(heir, catalog, other), ...(isOwn ? [heir] : [])]
    })
}
