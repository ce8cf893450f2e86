import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { renumberCommand } from '../src/commands/renumber.ts'
import { renderRenumber } from '../src/report/renumber.ts'
import { verbs } from './verbs.ts'

await main(verbs.renumber, async (call) => {
  const result = await renumberCommand(contextOf(call), call.words[0] ?? '', {
    allowDataLoss: call.flags['allow-data-loss'] === true,
  })
  return { value: result, text: (paint) => renderRenumber(result, paint), exit: 0 }
})
