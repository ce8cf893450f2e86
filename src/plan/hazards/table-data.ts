import { flagOf } from '../../model/attribute.ts'
import { nameOf } from '../../model/object-id.ts'
import type { Risk } from './hazard.ts'
import { bothOf, risk } from './object-step.ts'
import type { ObjectStep } from './object-step.ts'

/** What becomes of the rows of a table. */
export function tableRisks(step: ObjectStep): Risk[] {
  const { verb, attribute, id } = step
  if (verb === 'drop') return risk('data_loss', nameOf(id))
  // Rows that lie outside the bound of the partition.
  return verb === 'alter' && attribute === 'attach' && bothOf(step) !== undefined
    ? risk('fails_on_rows', nameOf(id))
    : []
}

/** Whether a materialized view comes without rows. */
export function materializedViewRisks({ verb, after, id }: ObjectStep): Risk[] {
  return verb === 'create' && after !== undefined && !flagOf(after, 'populated')
    ? risk('needs_refresh', nameOf(id))
    : []
}
