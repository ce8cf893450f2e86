import { flagOf, textOf } from '../../../model/attribute.ts'
import type { Catalog, ObjectId } from '../../../model/catalog.ts'
import { dependentsOf } from '../../../model/needs.ts'
import { nameOf } from '../../../model/object-id.ts'
import { isOfForeignTable } from '../../../model/parent-tables.ts'
import { parentNameOf } from '../../rules/facets/name.ts'
import type { ObjectStep } from '../object-step.ts'
import type { Work } from './work-row.ts'

/**
 * Tables are locked and read while the values of their columns are checked (manual, ALTER DOMAIN). No column has the
 * domain inside another type then: PostgreSQL refuses that.
 */
export function tablesOfDomain({ kind, after, from }: ObjectStep): Work[] {
  if (after === undefined) return []
  const isDomain = kind === 'domain'
  if (!flagOf(after, isDomain ? 'notNull' : 'validated')) return []
  const domain = isDomain ? after.id : after.parent
  const tables = domain === null ? [] : tablesWith(domain, from)
  return [...new Set(tables)]
    .toSorted()
    .map((relation) => ({ relation, lock: 'share', scan: true }))
}

/** The tables here with a column of a domain, or of one over it. */
function tablesWith(domain: ObjectId, catalog: Catalog): string[] {
  return dependentsOf(catalog, domain).flatMap((id) => {
    const user = catalog.objects.get(id)
    if (user === undefined || textOf(user, 'type') !== nameOf(domain)) return []
    if (user.kind === 'domain') return tablesWith(id, catalog)
    return user.kind === 'column' && !isOfForeignTable(user) ? [parentNameOf(user)] : []
  })
}
