import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { typesCommand } from '../src/commands/types.ts'
import { renderTypes } from '../src/report/types.ts'
import { verbs } from './verbs.ts'

await main(verbs.types, async (call) => {
  const { out, check } = call.flags
  const result = await typesCommand(contextOf(call), {
    out: typeof out === 'string' ? out : undefined,
    check: check === true,
  })
  const isStale = result.files.some(({ state }) => state === 'stale')
  return { value: result, text: () => renderTypes(result), exit: isStale ? 2 : 0 }
})
