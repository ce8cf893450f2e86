import { main } from '../src/cli/main.ts'
import { extentsCommand } from '../test/proof/extent/extents-command.ts'
import { renderExtents } from '../test/proof/extent/render-extents.ts'
import { verbs } from './verbs.ts'

await main(verbs['test:extents'], async ({ flags, progress: talk }) => {
  const result = await extentsCommand(flags, talk)
  const exit = result.different.length === 0 ? 0 : 2
  return { value: result, text: (paint) => renderExtents(result, paint), exit }
})
