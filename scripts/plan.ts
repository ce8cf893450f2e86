import { contextOf } from '../src/cli/context.ts'
import { failOnOf } from '../src/cli/flags.ts'
import { main } from '../src/cli/main.ts'
import { explainCommand } from '../src/commands/explain-plan.ts'
import { planCommand, unprovedOf } from '../src/commands/plan.ts'
import { renderExplanation } from '../src/report/explain-plan.ts'
import { renderPlan } from '../src/report/plan.ts'
import { verbs } from './verbs.ts'

await main(verbs.plan, async (call) => {
  const context = contextOf(call)
  if (call.flags['explain'] === true) {
    const said = await explainCommand(context, call.words[0])
    return { value: said, text: (paint) => renderExplanation(said, paint), exit: 0 }
  }
  const result = await planCommand(context, call.words[0], {
    allowUnmanaged: call.flags['allow-unmanaged'] === true,
    failOn: failOnOf(call.flags),
  }).catch((error: unknown) => unprovedOf(error, call.flags['json'] === true))
  const isSeen = call.flags['exit-code'] === true && !result.equal
  const seen = isSeen || result.failing.length > 0
  const exit = result.proved ? (seen ? 2 : 0) : 1
  return { value: result, text: (paint) => renderPlan(result, paint), exit }
})
