import { lookingOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { docsCommand } from '../src/commands/docs.ts'
import { renderDocs } from '../src/report/docs.ts'
import { verbs } from './verbs.ts'

await main(verbs.docs, async (call) => {
  const check = call.flags['check'] === true
  const result = await docsCommand(call.project, lookingOf(call), { check })
  const isStale = result.changed.length + result.gone.length > 0
  return {
    value: result,
    text: (paint) => renderDocs(result, paint),
    exit: check && isStale ? 2 : 0,
  }
})
