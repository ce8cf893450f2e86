import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { benchPlanCommand } from '../src/commands/bench-plan.ts'
import { renderTimings } from '../src/report/bench.ts'
import { verbs } from './verbs.ts'

await main(verbs['bench:plan'], async (call) => {
  const { project, variables, talk } = contextOf(call)
  const result = await benchPlanCommand(project, variables, talk)
  return { value: result, text: () => renderTimings(result.timings), exit: 0 }
})
