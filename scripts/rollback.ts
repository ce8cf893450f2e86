import { contextOf } from '../src/cli/command-context.ts'
import { confirmChange } from '../src/cli/confirm.ts'
import { limitsOf, lockWaitOf } from '../src/cli/verbs/flags.ts'
import { main } from '../src/cli/main.ts'
import { placeRollback } from '../src/cli/verbs/rollback-goal.ts'
import { rollbackCommand } from '../src/commands/rollback.ts'
import { renderRollback } from '../src/report/rollback.ts'
import { verbs } from './verbs.ts'

await main(verbs.rollback, async (call) => {
  const { environment, to } = placeRollback(call)
  await confirmChange(call.project, environment, call.flags)
  const result = await rollbackCommand(contextOf(call), {
    environment,
    to,
    dryRun: call.flags['dry-run'] === true,
    allowDataLoss: call.flags['allow-data-loss'] === true,
    limits: limitsOf(call.flags),
    lockWait: lockWaitOf(call.flags),
  })
  return { value: result, text: (paint) => renderRollback(result, paint), exit: 0 }
})
