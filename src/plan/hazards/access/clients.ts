import type { ObjectId } from '../../../model/catalog.ts'
import { factsOf, isPart, namingOf } from '../../../model/kind.ts'
import { nameOf, parseObjectId } from '../../../model/object-id.ts'
import type { Renamed } from '../../statement.ts'
import { risksOfKind } from '../by-kind.ts'
import type { Risk } from '../hazard.ts'
import { isDropped, risk, spokenName } from '../object-step.ts'
import type { FindRisks } from '../object-step.ts'

/** What clients name or call that is dropped, or is something else afterwards. */
export const clientRisks: FindRisks = (step) => {
  const { kind, id, renamed } = step
  if (renamed !== undefined) return renamedRisks(id, renamed)
  if (isDropped(step) && kind !== undefined && factsOf(kind).clients === 'drop and rename')
    return risk('breaks_clients', `${spokenName(id)} is dropped`)
  return risksOfKind('clients')(step)
}

/** A rename to another name for the moment is told once, when the last name is given. */
function renamedRisks(id: ObjectId, { kind, from, to, isDetour }: Renamed): Risk[] {
  if (isDetour) return []
  if (isPart(kind)) return risk('breaks_clients', `${kind} ${from} of ${nameOf(id)} is now ${to}`)
  if (factsOf(kind).clients === 'none') return []
  const former = formerNameOf(id, from)
  const name = kind === 'column' ? to : nameOf(id)
  return risk('breaks_clients', `${namingOf(kind).words} ${former} is now ${name}`)
}

/** The whole name that an object had before: its own one is the last part of it. */
export function formerNameOf(id: ObjectId, from: string): string {
  return [...parseObjectId(id).spelled.slice(0, -1), from].join('.')
}
