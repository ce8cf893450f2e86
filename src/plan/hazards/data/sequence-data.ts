import { nameOf } from '../../../model/object-id.ts'
import { heirsOf } from '../../rules/handed-over.ts'
import { isStartOutside } from '../../rules/sequence-bounds.ts'
import type { Risk } from '../hazard.ts'
import { bothOf, isDropped, risk } from '../object-step.ts'
import type { Both, ObjectStep } from '../object-step.ts'

/** Whether the position of a sequence is lost, or it returns numbers again. */
export function sequenceRisks(step: ObjectStep): Risk[] {
  if (isDropped(step))
    return isHandedOver(step)
      ? []
      : risk('data_loss', `the position of sequence ${nameOf(step.id)}`)
  const both = bothOf(step)
  if (both === undefined) return []
  return step.verb === 'create' || isRestarted(step, both) ? risk('renumbers', nameOf(step.id)) : []
}

/** Whether columns go on from it. */
function isHandedOver(step: ObjectStep): boolean {
  return step.before !== undefined && heirsOf(step.before, step).length > 0
}

/** A sequence whose new bounds exclude its start is restarted. */
function isRestarted({ verb, attribute }: ObjectStep, { before, after }: Both): boolean {
  return (
    verb === 'alter' &&
    attribute === 'numbers' &&
    isStartOutside(before.attributes, after.attributes)
  )
}

/** An identity that is dropped and added again begins at its start. */
export function identityRisks(step: ObjectStep): Risk[] {
  return step.verb === 'create' && bothOf(step) !== undefined
    ? risk('renumbers', nameOf(step.id))
    : []
}
