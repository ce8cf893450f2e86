import { contextOf } from './context.ts'
import { failOnOf } from './flags.ts'
import { refuseLossAlone } from './plan-flags.ts'
import { orderOutcome, refuseBesideOrder } from './trace-flags.ts'
import type { Call, ExitCode, Outcome } from './verb.ts'
import { explainCommand } from '../commands/explain-plan.ts'
import { explainOrderCommand } from '../commands/explain-order.ts'
import { planCommand, unprovedOf } from '../commands/plan.ts'
import type { PlanOptions } from '../commands/plan.ts'
import type { PlanResult } from '../commands/plan-result.ts'
import { replaceCommand } from '../commands/plan-replace.ts'
import { renderExplanation } from '../report/explain-plan.ts'
import { renderReplace } from '../report/plan-replace.ts'
import { renderPlan } from '../report/plan.ts'

/** The result of `plan`: an explanation, a plan, or one that replaces the newest migration. */
export async function planOutcome(call: Call): Promise<Outcome> {
  refuseLossAlone(call.flags)
  refuseBesideOrder(call.flags)
  if (call.flags['explain-order'] === true)
    return orderOutcome(await explainOrderCommand(contextOf(call), call.words[0]))
  if (call.flags['explain'] === true) return explain(call)
  return call.flags['replace'] === true ? replace(call) : plan(call)
}

async function explain(call: Call): Promise<Outcome> {
  const said = await explainCommand(contextOf(call), call.words[0])
  return { value: said, text: (paint) => renderExplanation(said, paint), exit: 0 }
}

async function replace(call: Call): Promise<Outcome> {
  const allowDataLoss = call.flags['allow-data-loss'] === true
  const options = { ...optionsOf(call), allowDataLoss }
  const result = await replaceCommand(contextOf(call), call.words[0], options)
  return { value: result, text: (paint) => renderReplace(result, paint), exit: exitOf(result) }
}

async function plan(call: Call): Promise<Outcome> {
  const asValue = call.flags['json'] === true
  const result = await planCommand(contextOf(call), call.words[0], optionsOf(call)).catch(
    (error: unknown) => unprovedOf(error, asValue),
  )
  const isSeen = call.flags['exit-code'] === true && !result.equal
  const exit = isSeen && result.proved ? 2 : exitOf(result)
  return { value: result, text: (paint) => renderPlan(result, paint), exit }
}

function optionsOf({ flags }: Call): PlanOptions {
  return { allowUnmanaged: flags['allow-unmanaged'] === true, failOn: failOnOf(flags) }
}

function exitOf({ proved, failing }: PlanResult): ExitCode {
  if (!proved) return 1
  return failing.length > 0 ? 2 : 0
}
