import { contextOf } from '../src/cli/context.ts'
import { main } from '../src/cli/main.ts'
import { planCommand } from '../src/commands/plan.ts'
import { renderPlan } from '../src/report/plan.ts'
import { verbs } from './verbs.ts'

await main(verbs.plan, async (call) => {
  const result = await planCommand(contextOf(call), call.words[0])
  const seen = call.flags['exit-code'] === true && !result.equal
  const exit = result.proved ? (seen ? 2 : 0) : 1
  return { value: result, text: (paint) => renderPlan(result, paint), exit }
})
