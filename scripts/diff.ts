import { contextOf } from '../src/cli/context.ts'
import { main } from '../src/cli/main.ts'
import { diffCommand } from '../src/commands/diff.ts'
import { renderDiff } from '../src/report/diff.ts'
import { verbs } from './verbs.ts'

await main(verbs.diff, async (call) => {
  const result = await diffCommand(contextOf(call))
  return {
    value: result,
    text: (paint) => renderDiff(result, paint),
    exit: result.equal ? 0 : 2,
  }
})
