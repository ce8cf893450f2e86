import { withInterrupt } from '../src/cli/ending/interrupt.ts'
import { main } from '../src/cli/main.ts'
import { faultsCommand } from '../test/faults/faults-command.ts'
import { renderFaults } from '../test/faults/results/render-faults.ts'
import { verbs } from './verbs.ts'

await main(verbs['test:faults'], async ({ flags, progress: talk }) => {
  const result = await withInterrupt(async (signal) => faultsCommand(flags, { talk, signal }))
  const isRight = result.results.every(({ complaints }) => complaints.length === 0)
  return { value: result, text: (paint) => renderFaults(result, paint), exit: isRight ? 0 : 2 }
})
