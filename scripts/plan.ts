import { contextOf } from '../src/cli/context.ts'
import { failOnOf } from '../src/cli/flags.ts'
import { main } from '../src/cli/main.ts'
import { refuseLossAlone } from '../src/cli/plan-flags.ts'
import type { Call, ExitCode, Outcome } from '../src/cli/verb.ts'
import { explainCommand } from '../src/commands/explain-plan.ts'
import { planCommand } from '../src/commands/plan.ts'
import type { PlanOptions } from '../src/commands/plan.ts'
import type { PlanResult } from '../src/commands/plan-result.ts'
import { replaceCommand } from '../src/commands/plan-replace.ts'
import { renderExplanation } from '../src/report/explain-plan.ts'
import { renderReplace } from '../src/report/plan-replace.ts'
import { renderPlan } from '../src/report/plan.ts'
import { verbs } from './verbs.ts'

await main(verbs.plan, async (call) => {
  refuseLossAlone(call.flags)
  if (call.flags['explain'] === true) return explain(call)
  return call.flags['replace'] === true ? replace(call) : plan(call)
})

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
  const result = await planCommand(contextOf(call), call.words[0], optionsOf(call))
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
