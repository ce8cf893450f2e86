import { contextOf } from '../src/cli/command-context.ts'
import { confirmChange } from '../src/cli/confirm.ts'
import { main } from '../src/cli/main.ts'
import { placeArchive } from '../src/cli/verbs/archive-verb.ts'
import { lockWaitOf } from '../src/cli/verbs/flags.ts'
import { archiveCommand } from '../src/commands/archive.ts'
import { renderArchive } from '../src/report/archive.ts'
import { verbs } from './verbs.ts'

await main(verbs.archive, async (call) => {
  const placed = placeArchive(call)
  if (placed.action === 'drop') await confirmChange(call.project, placed.environment, call.flags)
  const lockWait = lockWaitOf(call.flags)
  const result = await archiveCommand(contextOf(call), { ...placed, lockWait })
  return { value: result, text: (paint) => renderArchive(result, paint), exit: 0 }
})
