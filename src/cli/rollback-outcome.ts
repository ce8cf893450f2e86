import { isFailure } from '../deploy/questions/refuse-answers.ts'
import { rollbackCommand } from '../commands/rollback.ts'
import { renderRollback } from '../report/rollback.ts'
import { contextOf } from './command-context.ts'
import { confirmChange } from './confirm.ts'
import { checkTimeoutOf, limitsOf, lockWaitOf } from './verbs/flags.ts'
import { givenFlags } from './verbs/given-flags.ts'
import { placeRollback, settleSteps } from './verbs/rollback-goal.ts'
import type { Call, Outcome } from './verb.ts'

/** What `rollback` comes to. */
export async function rollbackOutcome(call: Call): Promise<Outcome> {
  const { environment, to } = placeRollback(call)
  const context = contextOf(call)
  const goal =
    to.kind === 'steps' ? await settleSteps(context, call.flags, { environment, ...to }) : { to }
  await confirmChange(call.project, environment, call.flags)
  const result = await rollbackCommand(context, {
    environment,
    ...goal,
    dryRun: call.flags['dry-run'] === true,
    allowDrift: call.flags['allow-drift'] === true,
    archive: call.flags['archive'] === true,
    allowDataLoss: call.flags['allow-data-loss'] === true,
    checkTimeout: checkTimeoutOf(call.flags),
    limits: limitsOf(call.flags),
    lockWait: lockWaitOf(call.flags),
    flags: givenFlags(call.flags),
  })
  const exit = result.answers.some(isFailure) ? 1 : 0
  return { value: result, text: (paint) => renderRollback(result, paint), exit }
}
