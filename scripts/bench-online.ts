import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { benchOnlineCommand } from '../src/commands/bench-online.ts'
import { renderBenchOnline, renderOnlinePage } from '../src/report/bench-online.ts'
import { workbenchOf } from '../src/workbench/workbench.ts'
import { verbs } from './verbs.ts'

await main(verbs['bench:online'], async (call) => {
  const { talk, ...context } = contextOf(call)
  const useWorkbench = workbenchOf({ talk, ...context })
  const result = await benchOnlineCommand(useWorkbench, { rows: 1_000_000, talk })
  await writeFile(join(call.project.root, 'docs/online.md'), renderOnlinePage(result))
  return { value: result, text: () => renderBenchOnline(result), exit: 0 }
})
