import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { textIn } from '../../model/attribute.ts'
import { childId } from '../../model/object-id.ts'
import { parentTablesOf } from '../../model/parent-tables.ts'
import { heirsOf } from '../hazards/known-relations.ts'
import { unmoved } from '../hazards/object-step.ts'
import { ownNameOf } from '../rules/facets/name.ts'

/**
 * The checks of heirs that PostgreSQL renames with that of a table. Undefined where the check
 * cannot be renamed: an heir has it from another table, too, or it is an heir's.
 */
export function findFollowers(part: CatalogObject, catalog: Catalog): CatalogObject[] | undefined {
  if (part.attributes['type'] !== 'check') return []
  const checkOf = (table: ObjectId): CatalogObject | undefined =>
    catalog.objects.get(childId('constraint', table, ownNameOf(part)))
  const givers = (id: ObjectId | null): ObjectId[] => {
    const table = catalog.objects.get(id ?? '')
    return table === undefined
      ? []
      : parentTablesOf(table).filter((each) => isHandedDown(checkOf(each)))
  }
  const table = catalog.objects.get(part.parent ?? '')
  if (table === undefined || givers(table.id).length > 0) return undefined
  if (!isHandedDown(part)) return []
  const heirs = heirsOf(table, { from: catalog, to: catalog, moved: unmoved })
  if (heirs.some(({ id }) => givers(id).length > 1)) return undefined
  return heirs.flatMap(({ id }) => checkOf(id) ?? [])
}

function isHandedDown(check: CatalogObject | undefined): boolean {
  return check?.attributes['type'] === 'check' && !/ NO INHERIT\b/.test(textIn(check, 'definition'))
}
