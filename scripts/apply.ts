import { contextOf } from '../src/cli/context.ts'
import { confirmChange } from '../src/cli/confirm.ts'
import { limitsOf, lockWaitOf } from '../src/cli/flags.ts'
import { main } from '../src/cli/main.ts'
import { placeWords } from '../src/cli/words.ts'
import { applyCommand } from '../src/commands/apply.ts'
import { renderApply } from '../src/report/apply.ts'
import { verbs } from './verbs.ts'

await main(verbs.apply, async (call) => {
  const { environment, version } = placeWords(call.words, call.project)
  await confirmChange(call.project, environment, call.flags)
  const result = await applyCommand(contextOf(call), {
    environment,
    version,
    dryRun: call.flags['dry-run'] === true,
    limits: limitsOf(call.flags),
    lockWait: lockWaitOf(call.flags),
  })
  return { value: result, text: (paint) => renderApply(result, paint), exit: 0 }
})
