import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { statusCommand } from '../src/commands/status.ts'
import { renderStatus } from '../src/report/status.ts'
import { verbs } from './verbs.ts'

await main(verbs.status, async (call) => {
  const [environment = 'local'] = call.words
  const result = await statusCommand(contextOf(call), environment)
  const seen = call.flags['exit-code'] === true && result.state !== 'up to date'
  return { value: result, text: (paint) => renderStatus(result, paint), exit: seen ? 2 : 0 }
})
