import { contextOf } from '../src/cli/command-context.ts'
import { fleetOutcome } from '../src/cli/fleet-outcome.ts'
import { fleetOf } from '../src/cli/verbs/fleet-flags.ts'
import { main } from '../src/cli/main.ts'
import { statusCommand } from '../src/commands/status.ts'
import { renderStatus } from '../src/report/status.ts'
import { verbs } from './verbs.ts'

await main(verbs.status, async (call) => {
  const fleet = fleetOf(call.flags, Infinity)
  if (fleet !== undefined) return fleetOutcome(call, fleet, { verb: 'status' })
  const [environment = 'local'] = call.words
  const result = await statusCommand(contextOf(call), environment, {
    journal: call.flags['journal'] === true,
  })
  const seen = call.flags['exit-code'] === true && result.state !== 'up to date'
  return { value: result, text: (paint) => renderStatus(result, paint), exit: seen ? 2 : 0 }
})
