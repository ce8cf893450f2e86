import { acceptDriftCommand } from '../commands/drift-accept.ts'
import { driftCommand } from '../commands/drift.ts'
import { UserError } from '../errors.ts'
import { renderAccepted, renderDrift, renderRepair, renderRepairTalk } from '../report/drift.ts'
import { contextOf } from './command-context.ts'
import { confirmChange } from './confirm.ts'
import { fleetOutcome } from './fleet-outcome.ts'
import { fleetOf } from './verbs/fleet-flags.ts'
import type { FleetCall } from './verbs/fleet-flags.ts'
import { lockWaitOf } from './verbs/flags.ts'
import type { Call, Outcome } from './verb.ts'

/** What `drift` comes to: a comparison with the SQL both ways, the SQL that undoes it, or a migration that keeps it. */
export async function driftOutcome(call: Call): Promise<Outcome> {
  const fleet = fleetOf(call.flags, Infinity)
  return fleet === undefined ? driftOf(call) : driftOfFleet(call, fleet)
}

async function driftOfFleet(call: Call, fleet: FleetCall): Promise<Outcome> {
  const lone = ['accept', 'repair'].find((name) => call.flags[name] === true)
  if (lone === undefined) return fleetOutcome(call, fleet, { verb: 'drift' })
  throw new UserError(`--${lone}: is about one database. Name it instead of --fleet.`)
}

async function driftOf(call: Call): Promise<Outcome> {
  const { repair, accept } = call.flags
  if (accept === true && repair === true)
    throw new UserError('--accept and --repair exclude each other: a drift is kept or undone.')
  return accept === true ? keep(call) : compare(call, repair === true)
}

async function compare(call: Call, repair: boolean): Promise<Outcome> {
  const [environment = 'local', name] = call.words
  if (name !== undefined)
    throw new UserError(`${name}: a name is for --accept alone. Without it nothing is written.`)
  const result = await driftCommand(contextOf(call), environment)
  const exit = result.same ? 0 : 2
  if (!repair) return { value: result, text: (paint) => renderDrift(result, paint), exit }
  return {
    value: result,
    text: () => renderRepair(result),
    talk: (paint) => renderRepairTalk(result, paint),
    exit: result.same || result.proved === true ? exit : 1,
  }
}

async function keep(call: Call): Promise<Outcome> {
  const [environment = 'local', name = 'accept_drift'] = call.words
  await confirmChange(call.project, environment, call.flags)
  const result = await acceptDriftCommand(contextOf(call), {
    environment,
    name,
    lockWait: lockWaitOf(call.flags),
  })
  return { value: result, text: (paint) => renderAccepted(result, paint), exit: 0 }
}
