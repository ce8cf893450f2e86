import { nameOf } from '../../../model/object-id.ts'
import type { Risk } from '../hazard.ts'
import { risk } from '../object-step.ts'
import type { ObjectStep } from '../object-step.ts'

/** What goes with a subscription: where it connects to, and how far it has come. */
export function subscriptionRisks({ verb, id }: ObjectStep): Risk[] {
  return verb === 'drop'
    ? risk('data_loss', `the connection and the position of the subscription ${nameOf(id)}`)
    : []
}
