import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { newCommand } from '../src/commands/new.ts'
import { renderNew } from '../src/report/new.ts'
import { verbs } from './verbs.ts'

await main(verbs.new, async (call) => {
  const result = await newCommand(contextOf(call), call.words[0] ?? '')
  return { value: result, text: (paint) => renderNew(result, paint), exit: 0 }
})
