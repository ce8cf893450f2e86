import { contextOf } from '../src/cli/context.ts'
import { failOnOf } from '../src/cli/flags.ts'
import { main } from '../src/cli/main.ts'
import { refuseLossAlone } from '../src/cli/plan-flags.ts'
import { explainCommand } from '../src/commands/explain-plan.ts'
import { planCommand } from '../src/commands/plan.ts'
import { replaceCommand } from '../src/commands/plan-replace.ts'
import { renderExplanation } from '../src/report/explain-plan.ts'
import type { Paint } from '../src/report/paint.ts'
import { renderReplace } from '../src/report/plan-replace.ts'
import { renderPlan } from '../src/report/plan.ts'
import { verbs } from './verbs.ts'

await main(verbs.plan, async (call) => {
  refuseLossAlone(call.flags)
  const context = contextOf(call)
  if (call.flags['explain'] === true) {
    const said = await explainCommand(context, call.words[0])
    return { value: said, text: (paint) => renderExplanation(said, paint), exit: 0 }
  }
  const options = {
    allowUnmanaged: call.flags['allow-unmanaged'] === true,
    failOn: failOnOf(call.flags),
  }
  if (call.flags['replace'] === true) {
    const allowDataLoss = call.flags['allow-data-loss'] === true
    const done = await replaceCommand(context, call.words[0], { ...options, allowDataLoss })
    const text = (paint: Paint): string => renderReplace(done, paint)
    return { value: done, text, exit: done.proved ? (done.failing.length > 0 ? 2 : 0) : 1 }
  }
  const result = await planCommand(context, call.words[0], options)
  const isSeen = call.flags['exit-code'] === true && !result.equal
  const seen = isSeen || result.failing.length > 0
  const exit = result.proved ? (seen ? 2 : 0) : 1
  return { value: result, text: (paint) => renderPlan(result, paint), exit }
})
