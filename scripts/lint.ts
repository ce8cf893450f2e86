import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { lintCommand } from '../src/commands/lint.ts'
import { renderAnnotations, renderLint } from '../src/report/lint.ts'
import { verbs } from './verbs.ts'

await main(verbs.lint, async (call) => {
  const context = contextOf(call)
  const result = await lintCommand(context, call.words[0])
  const annotations =
    context.variables['GITHUB_ACTIONS'] === 'true' ? `\n${renderAnnotations(result)}` : ''
  return {
    value: result,
    text: (paint) => `${renderLint(result, paint)}${annotations}`.trimEnd(),
    exit: result.counts.error + result.counts.warn > 0 ? 2 : 0,
  }
})
