import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { verifyCommand } from '../src/commands/verify.ts'
import { renderVerify } from '../src/report/verify.ts'
import { verbs } from './verbs.ts'

await main(verbs.verify, async (call) => {
  const [environment = 'local'] = call.words
  const result = await verifyCommand(contextOf(call), environment)
  return { value: result, text: (paint) => renderVerify(result, paint), exit: result.same ? 0 : 2 }
})
