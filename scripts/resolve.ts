import { confirmChange } from '../src/cli/confirm.ts'
import { contextOf } from '../src/cli/command-context.ts'
import { lockWaitOf } from '../src/cli/verbs/flags.ts'
import { main } from '../src/cli/main.ts'
import { placeResolution } from '../src/cli/verbs/recovery-verbs.ts'
import { resolveCommand } from '../src/commands/resolve.ts'
import { renderResolve } from '../src/report/resolve.ts'
import { verbs } from './verbs.ts'

await main(verbs.resolve, async (call) => {
  const placed = placeResolution(call)
  await confirmChange(call.project, placed.environment, call.flags)
  const result = await resolveCommand(contextOf(call), {
    ...placed,
    dryRun: call.flags['dry-run'] === true,
    allowDifferences: call.flags['allow-differences'] === true,
    lockWait: lockWaitOf(call.flags),
  })
  return {
    value: result,
    text: (paint) => renderResolve(result, paint),
    exit: result.accepted ? 0 : 1,
  }
})
