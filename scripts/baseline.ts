import { confirmChange } from '../src/cli/confirm.ts'
import { contextOf } from '../src/cli/command-context.ts'
import { lockWaitOf } from '../src/cli/verbs/flags.ts'
import { main } from '../src/cli/main.ts'
import { placeWords } from '../src/cli/arguments.ts'
import { baselineCommand } from '../src/commands/baseline.ts'
import { renderBaseline } from '../src/report/baseline.ts'
import { verbs } from './verbs.ts'

await main(verbs.baseline, async (call) => {
  const { environment, version } = placeWords(call.words, call.project)
  await confirmChange(call.project, environment, call.flags)
  const result = await baselineCommand(contextOf(call), {
    environment,
    version,
    dryRun: call.flags['dry-run'] === true,
    allowDifferences: call.flags['allow-differences'] === true,
    lockWait: lockWaitOf(call.flags),
  })
  return {
    value: result,
    text: (paint) => renderBaseline(result, paint),
    exit: result.accepted ? 0 : 1,
  }
})
