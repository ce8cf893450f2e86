import { main } from '../src/cli/main.ts'
import { generatedCommand } from '../test/generated/generated-command.ts'
import { renderGenerated } from '../test/generated/render-generated.ts'
import { verbs } from './verbs.ts'

await main(verbs['test:generated'], async ({ flags, progress: talk }) => {
  const result = await generatedCommand(flags, talk)
  const exit = result.wrong.length === 0 ? 0 : 2
  return { value: result, text: (paint) => renderGenerated(result, paint), exit }
})
