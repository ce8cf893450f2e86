import { main } from '../src/cli/main.ts'
import { lintDocsCommand } from '../src/commands/lint-docs.ts'
import { verbs } from './verbs.ts'

await main(verbs['lint:docs'], async ({ project }) => {
  const result = await lintDocsCommand(project)
  return { value: result, text: () => `Wrote ${result.file}`, exit: 0 }
})
