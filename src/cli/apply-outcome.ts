import { applyCommand } from '../commands/apply.ts'
import type { ApplyRequest } from '../commands/apply.ts'
import type { Context } from '../files/context.ts'
import { UserError } from '../errors.ts'
import { rehearseCommand } from '../commands/rehearse.ts'
import { isFailure, refuseAnswers } from '../deploy/questions/refuse-answers.ts'
import { renderApply } from '../report/apply.ts'
import { renderFound } from '../report/losses.ts'
import { plain } from '../report/paint.ts'
import { renderRehearse } from '../report/rehearse.ts'
import { commandLine } from '../targets/follow-run.ts'
import { placeWords } from './arguments.ts'
import { contextOf } from './command-context.ts'
import { confirmChange, mustAsk } from './confirm.ts'
import { fleetOutcome, fleetVersion } from './fleet-outcome.ts'
import { givenFlags } from './verbs/given-flags.ts'
import { fleetOf } from './verbs/fleet-flags.ts'
import { checkTimeoutOf, limitsOf, lockWaitOf } from './verbs/flags.ts'
import type { Call, Outcome } from './verb.ts'

/** What `apply` comes to: one database, or every database of a fleet. */
export async function applyOutcome(call: Call): Promise<Outcome> {
  const fleet = fleetOf(call.flags, 1)
  const asked = {
    dryRun: call.flags['dry-run'] === true,
    allowDataLoss: call.flags['allow-data-loss'] === true,
    checkTimeout: checkTimeoutOf(call.flags),
    allowDrift: call.flags['allow-drift'] === true,
    limits: limitsOf(call.flags),
    lockWait: lockWaitOf(call.flags),
  }
  const rehearse = call.flags['rehearse'] === true
  if (fleet !== undefined) {
    if (rehearse) throw new UserError('--rehearse is for one database: name its environment.')
    const again = commandLine(['apply', ...call.words], givenFlags(call.flags))
    const request = { ...asked, version: fleetVersion(call.words), again }
    return fleetOutcome(call, fleet, { verb: 'apply', request })
  }
  const { environment, version } = placeWords(call.words, call.project)
  const context = contextOf(call)
  if (rehearse) {
    const value = await rehearseCommand(context, { environment, version })
    return { value, text: (paint) => renderRehearse(value, paint), exit: 0 }
  }
  return applyOne(call, context, {
    ...asked,
    environment,
    version,
    flags: givenFlags(call.flags),
  })
}

async function applyOne(call: Call, context: Context, request: ApplyRequest): Promise<Outcome> {
  const { environment } = request
  // What is to be done is shown before anybody is asked for it.
  const shown = mustAsk(call.project, environment, call.flags)
    ? await applyCommand(context, { ...request, dryRun: true })
    : undefined
  if (shown !== undefined) {
    for (const line of renderFound(shown, plain)) context.talk.note(line)
    refuseAnswers(shown, request)
  }
  await confirmChange(call.project, environment, call.flags)
  const agreed = shown?.pending.map((each) => each.version)
  const result = await applyCommand(context, { ...request, ...(agreed && { agreed }) })
  const exit = result.answers.some(isFailure) ? 1 : 0
  return { value: result, text: (paint) => renderApply(result, paint), exit }
}
