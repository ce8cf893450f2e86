import { flagOf } from '../../../model/attribute.ts'
import type { ObjectStep } from '../object-step.ts'
import { columnsOfType } from '../data/type-users.ts'
import type { Work } from './work-row.ts'

/** Tables are locked and read while the values of their columns are checked (manual, ALTER DOMAIN). */
export function tablesOfDomain({ kind, after, from }: ObjectStep): Work[] {
  if (after === undefined) return []
  const isDomain = kind === 'domain'
  if (!flagOf(after, isDomain ? 'notNull' : 'validated')) return []
  return columnsOfType(isDomain ? after.id : after.parent, from).map((relation) => ({
    relation,
    lock: 'share',
    scan: true,
  }))
}
