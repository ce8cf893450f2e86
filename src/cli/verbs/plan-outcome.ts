import { contextOf, lookingOf } from '../command-context.ts'
import { failOnOf } from './flags.ts'
import { refuseLossAlone } from './plan-flags.ts'
import { orderOutcome, refuseApart, traceTalk } from '../trace-flags.ts'
import type { Call, ExitCode, Outcome } from '../verb.ts'
import { explainCommand } from '../../commands/explain-plan.ts'
import { explainOrderCommand } from '../../commands/explain-order.ts'
import { tracePlan, unprovedOf } from '../../commands/plan.ts'
import type { PlanOptions } from '../../commands/plan.ts'
import type { PlanResult } from '../../planning/plan-result.ts'
import { traceReplace } from '../../commands/plan-replace.ts'
import { renderExplanation } from '../../report/explain-plan.ts'
import { renderReplace } from '../../report/plan-replace.ts'
import { plain } from '../../report/paint.ts'
import { renderPlan } from '../../report/plan.ts'
import { renderTrace } from '../../report/trace-lines.ts'

/** The result of `plan`: an explanation, a plan, or one that replaces the newest migration. */
export async function planOutcome(call: Call): Promise<Outcome> {
  refuseLossAlone(call.flags)
  refuseApart(call.flags)
  if (call.flags['explain-order'] === true)
    return orderOutcome(await explainOrderCommand(call.project, lookingOf(call), call.words[0]))
  if (call.flags['explain'] === true) return explain(call)
  return call.flags['replace'] === true ? replace(call) : plan(call)
}

async function explain(call: Call): Promise<Outcome> {
  const said = await explainCommand(call.project, lookingOf(call), call.words[0])
  return { value: said, text: (paint) => renderExplanation(said, paint), exit: 0 }
}

async function replace(call: Call): Promise<Outcome> {
  const allowDataLoss = call.flags['allow-data-loss'] === true
  const options = { ...optionsOf(call), allowDataLoss }
  const { result, trace } = await traceReplace(contextOf(call), call.words[0], options).catch(
    tellTrace(call),
  )
  return {
    value: result,
    text: (paint) => renderReplace(result, paint),
    talk: traceTalk(call, trace),
    exit: exitOf(result),
  }
}

async function plan(call: Call): Promise<Outcome> {
  const asValue = call.flags['json'] === true
  const { result, trace } = await tracePlan(contextOf(call), call.words[0], optionsOf(call)).catch(
    (error: unknown) => (asValue ? unprovedOf(error) : undefined) ?? tellTrace(call)(error),
  )
  const isSeen = call.flags['exit-code'] === true && !result.equal
  const exit = isSeen && result.proved ? 2 : exitOf(result)
  return {
    value: result,
    text: (paint) => renderPlan(result, paint),
    talk: traceTalk(call, trace),
    exit,
  }
}

/** Says how a plan came about of which a statement failed, and throws the error on: both are for a person to read. */
function tellTrace(call: Call): (error: unknown) => never {
  return (error) => {
    const unproved = unprovedOf(error)
    if (unproved !== undefined && call.flags['debug'] === true)
      call.progress.note(renderTrace(unproved.trace, plain))
    throw error
  }
}

function optionsOf({ flags }: Call): PlanOptions {
  return {
    allowUnmanaged: flags['allow-unmanaged'] === true,
    online: flags['online'] === true,
    failOn: failOnOf(flags),
  }
}

function exitOf({ proved, failing }: PlanResult): ExitCode {
  if (!proved) return 1
  return failing.length > 0 ? 2 : 0
}
