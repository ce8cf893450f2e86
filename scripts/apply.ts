import { contextOf } from '../src/cli/command-context.ts'
import { confirmChange, mustAsk } from '../src/cli/confirm.ts'
import { limitsOf, lockWaitOf } from '../src/cli/verbs/flags.ts'
import { main } from '../src/cli/main.ts'
import { placeWords } from '../src/cli/arguments.ts'
import { applyCommand } from '../src/commands/apply.ts'
import { renderApply } from '../src/report/apply.ts'
import { verbs } from './verbs.ts'

await main(verbs.apply, async (call) => {
  const { environment, version } = placeWords(call.words, call.project)
  const context = contextOf(call)
  const request = {
    environment,
    version,
    dryRun: call.flags['dry-run'] === true,
    limits: limitsOf(call.flags),
    lockWait: lockWaitOf(call.flags),
  }
  // What is to be done is shown before anybody is asked for it.
  const shown = mustAsk(call.project, environment, call.flags)
    ? await applyCommand(context, { ...request, dryRun: true })
    : undefined
  await confirmChange(call.project, environment, call.flags)
  const agreed = shown?.pending.map((each) => each.version)
  const result = await applyCommand(context, { ...request, ...(agreed && { agreed }) })
  return { value: result, text: (paint) => renderApply(result, paint), exit: 0 }
})
