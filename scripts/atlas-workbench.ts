import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { atlasWorkbenchCommand } from '../src/commands/atlas-workbench.ts'
import { verbs } from './verbs.ts'
import { workbenchOf } from '../src/workbench/workbench.ts'

await main(verbs['atlas:workbench'], async (call) => {
  const result = await atlasWorkbenchCommand(workbenchOf(contextOf(call)))
  return { value: result, text: () => JSON.stringify(result), exit: 0 }
})
