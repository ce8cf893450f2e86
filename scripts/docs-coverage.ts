import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { coverageCommand } from '../test/attributes/coverage-command.ts'
import { renderCoveragePage } from '../test/attributes/render-coverage.ts'
import { verbs } from './verbs.ts'

await main(verbs['docs:coverage'], async (call) => {
  const versions = await coverageCommand(contextOf(call))
  const path = join(call.project.root, 'docs', 'coverage.md')
  await writeFile(path, renderCoveragePage(versions))
  return { value: versions, text: () => `${path}: written`, exit: 0 }
})
