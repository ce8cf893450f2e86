import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { benchCommand } from '../src/commands/bench.ts'
import { renderBench } from '../src/report/bench.ts'
import { verbs } from './verbs.ts'
import { workbenchOf } from '../src/workbench/workbench.ts'

await main(verbs.bench, async (call) => {
  const result = await benchCommand(workbenchOf(contextOf(call)))
  return { value: result, text: (paint) => renderBench(result, paint), exit: 0 }
})
