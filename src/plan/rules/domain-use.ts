import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { factsOf } from '../../model/kind.ts'
import { dependentsOf } from '../../model/needs.ts'
import { textOf } from '../../model/attribute.ts'
import { nameOf } from '../../model/object-id.ts'
import type { Context } from '../rule.ts'

/**
 * The columns that hold values of a domain inside those of another type: an array, a composite, a range, a row of a
 * table. With them, the columns and types by which they do. PostgreSQL does not look into these, and refuses a new check
 * of the domain or a new NOT NULL then (ALTER DOMAIN, get_rels_with_domain).
 */
export function holdersInside(
  domain: ObjectId,
  catalog: Catalog,
  inside = false,
): readonly ObjectId[] {
  return dependentsOf(catalog, domain).flatMap((id) => {
    const user = catalog.objects.get(id)
    if (user === undefined) return []
    // A table's column, or a domain over this one, has the very type.
    const isInside = inside || textOf(user, 'type') !== nameOf(domain)
    if (user.kind === 'column') return isInside ? [id] : withUsers(id, rowHolders(user, catalog))
    if (factsOf(user.kind).type !== 'own') return []
    return withUsers(id, holdersInside(id, catalog, isInside))
  })
}

/** The columns, and what leads to them, that hold rows of a column's table. */
function rowHolders({ parent: table }: CatalogObject, catalog: Catalog): readonly ObjectId[] {
  if (table === null) return []
  return holdersInside(table, catalog, true).filter(
    (id) => catalog.objects.get(id)?.parent !== table,
  )
}

/** What uses a domain holds nothing where nobody uses it. */
function withUsers(id: ObjectId, users: readonly ObjectId[]): readonly ObjectId[] {
  return users.length === 0 ? [] : [id, ...users]
}

/** Whether any of them does before and after, so that the domain cannot be altered in between. */
export function staysInside(domain: ObjectId, { from, to }: Context): boolean {
  const after = new Set(holdersInside(domain, to))
  return holdersInside(domain, from).some((id) => after.has(id))
}
