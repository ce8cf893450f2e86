import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { squashCommand } from '../src/commands/squash.ts'
import { renderSquash } from '../src/report/squash.ts'
import { verbs } from './verbs.ts'

await main(verbs.squash, async (call) => {
  const leaveOut = call.flags['leave-out']
  const result = await squashCommand(contextOf(call), call.words[0] ?? '', {
    leaveOut: typeof leaveOut === 'string' ? leaveOut.split(',') : [],
  })
  return { value: result, text: (paint) => renderSquash(result, paint), exit: 0 }
})
