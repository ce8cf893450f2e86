import { main } from '../src/cli/main.ts'
import { realCommand } from '../test/real/real-command.ts'
import { renderReal } from '../test/real/render-real.ts'
import { verbs } from './verbs.ts'

await main(verbs['test:real'], async ({ flags, progress: talk }) => {
  const results = await realCommand(flags, talk)
  const isRight = results.every(({ verdict }) => verdict === 'RIGHT')
  return { value: results, text: (paint) => renderReal(results, paint), exit: isRight ? 0 : 2 }
})
