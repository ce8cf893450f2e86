import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { benchFleetCommand, wholeFleet } from '../src/commands/bench-fleet.ts'
import { renderBenchFleet, renderFleetPage } from '../src/report/bench-fleet.ts'
import { verbs } from './verbs.ts'

await main(verbs['bench:fleet'], async (call) => {
  const bench = await benchFleetCommand(contextOf(call), wholeFleet)
  const about = await readFile(join(import.meta.dirname, '../src/targets/fleet/about.md'), 'utf8')
  await writeFile(join(call.project.root, 'docs/fleet.md'), renderFleetPage(about, bench))
  return { value: bench, text: () => renderBenchFleet(bench), exit: 0 }
})
