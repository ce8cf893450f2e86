import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { benchAura } from '../aura/bench/bench.ts'
import { judge } from '../aura/bench/judge.ts'
import { wholeSizes } from '../aura/bench/load.ts'
import { renderPerformancePage } from '../aura/bench/performance-page.ts'
import { renderAuraBench } from '../aura/bench/render-bench.ts'
import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { workbenchOf } from '../src/workbench/workbench.ts'
import { verbs } from './verbs.ts'

await main(verbs['bench:aura'], async (call) => {
  const { talk, ...context } = contextOf(call)
  const sizes = wholeSizes
  const bench = await benchAura(workbenchOf({ talk, ...context }), { sizes, talk })
  await writeFile(join(call.project.root, 'docs/performance.md'), renderPerformancePage(bench))
  const holds = judge(bench).every((judged) => judged.holds)
  return { value: bench, text: (paint) => renderAuraBench(bench, paint), exit: holds ? 0 : 2 }
})
