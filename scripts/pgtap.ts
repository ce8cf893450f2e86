import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { pgtapCommand } from '../src/commands/pgtap.ts'
import { renderPgtap } from '../src/report/pgtap.ts'
import { verbs } from './verbs.ts'

await main(verbs.pgtap, async (call) => {
  const result = await pgtapCommand(contextOf(call), { check: call.flags['check'] === true })
  const isStale = result.changed.length > 0 && !result.written
  return { value: result, text: () => renderPgtap(result), exit: isStale ? 2 : 0 }
})
