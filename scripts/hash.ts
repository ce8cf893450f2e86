import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { hashCommand } from '../src/commands/hash.ts'
import { renderHash } from '../src/report/hash.ts'
import { verbs } from './verbs.ts'

await main(verbs.hash, async (call) => {
  const result = await hashCommand(contextOf(call))
  return { value: result, text: (paint) => renderHash(result, paint), exit: 0 }
})
