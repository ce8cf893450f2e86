import { contextOf } from '../src/cli/context.ts'
import { main } from '../src/cli/main.ts'
import { proveCommand } from '../src/commands/prove.ts'
import { renderProve } from '../src/report/prove.ts'
import { verbs } from './verbs.ts'

await main(verbs.prove, async (call) => {
  const result = await proveCommand(contextOf(call), call.words[0])
  return {
    value: result,
    text: (paint) => renderProve(result, paint),
    exit: result.proved ? 0 : 1,
  }
})
