import { objectsOfKind } from '../../../model/catalog.ts'
import { textIn } from '../../../model/attribute.ts'
import { parentNameOf } from '../../rules/facets/name.ts'
import { isOnForeignTable } from '../../rules/trigger.ts'
import type { ObjectStep } from '../object-step.ts'
import type { Work } from './work-row.ts'

/** The tables of the platform whose triggers are dropped together with their function (manual, DROP TRIGGER). */
export function platformTriggers({ id, from }: ObjectStep): Work[] {
  return objectsOfKind(from, 'trigger')
    .filter((trigger) => textIn(trigger, 'function') === id && isOnForeignTable(trigger, from))
    .map((trigger) => ({ relation: parentNameOf(trigger), lock: 'access exclusive' }))
}
