import { resolve } from 'node:path'
import { contextOf } from '../src/cli/command-context.ts'
import { withInterrupt } from '../src/cli/ending/interrupt.ts'
import { main } from '../src/cli/main.ts'
import { workerOf } from '../src/cli/verbs/fleet-flags.ts'
import { fleetWorkerCommand } from '../src/commands/fleet-worker.ts'
import { UserError } from '../src/errors.ts'
import { verbs } from './verbs.ts'

await main(verbs['fleet-worker'], async (call) => {
  const { file, ...asked } = workerOf(call.flags)
  const request = { ...asked, file: resolve(file) }
  // Only a signal ends it, and what is thrown then is its last word.
  return withInterrupt(async (end) => {
    const { done, failed } = await fleetWorkerCommand(contextOf(call), request, end)
    throw new UserError(`${String(done)} databases done, ${String(failed)} failed`)
  })
})
