import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { benchPlanCommand } from '../src/commands/bench-plan.ts'
import { benchPeersCommand, wholeEffort } from '../src/commands/peers/bench-peers.ts'
import { peerPairs } from '../src/commands/peers/peer-states.ts'
import { renderBenchPeers, renderPeersPage } from '../src/report/bench-peers.ts'
import { renderPeersChart } from '../src/report/peers-chart.ts'
import { verbs } from './verbs.ts'

/** How long `plan` may take on this project, in milliseconds. */
const planGoals = [
  { timing: 'plan a table, warm', name: '`plan` of a table, warm', goal: 1200 },
  { timing: 'nothing to plan, warm', name: '`plan` with nothing to plan', goal: 350 },
]

await main(verbs['bench:peers'], async (call) => {
  const context = contextOf(call)
  const peers = await benchPeersCommand(context, peerPairs, wholeEffort)
  const { timings } = await benchPlanCommand(context.project, context.variables, context.talk)
  const goals = planGoals.flatMap(({ timing, name, goal }) =>
    timings.filter((each) => each.name === timing).map(({ median }) => ({ name, goal, median })),
  )
  const docs = join(call.project.root, 'docs')
  await writeFile(join(docs, 'benchmarks.md'), renderPeersPage(peers, goals))
  await writeFile(join(docs, 'benchmarks.svg'), renderPeersChart(peers))
  return { value: { peers, plan: timings }, text: () => renderBenchPeers(peers), exit: 0 }
})
