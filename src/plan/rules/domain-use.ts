import type { Catalog, ObjectId } from '../../model/catalog.ts'
import { factsOf } from '../../model/kind.ts'
import { dependentsOf } from '../../model/needs.ts'
import { textOf } from '../../model/attribute.ts'
import { nameOf } from '../../model/object-id.ts'

/**
 * Whether a column holds values of a domain inside those of another type: an array, a composite, a range. PostgreSQL
 * does not look into these, and refuses a new check of the domain or a new NOT NULL then.
 */
export function isUsedInside(domain: ObjectId, catalog: Catalog, inside = false): boolean {
  return dependentsOf(catalog, domain).some((id) => {
    const user = catalog.objects.get(id)
    if (user === undefined) return false
    // A table's column, or a domain over this one, has the very type.
    const isInside = inside || textOf(user, 'type') !== nameOf(domain)
    if (user.kind === 'column') return isInside
    return factsOf(user.kind).type === 'own' && isUsedInside(id, catalog, isInside)
  })
}
