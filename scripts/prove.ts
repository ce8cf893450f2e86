import { contextOf } from '../src/cli/command-context.ts'
import { main } from '../src/cli/main.ts'
import { proveCommand } from '../src/commands/prove.ts'
import { writeDownCommand } from '../src/planning/writing/write-down-file.ts'
import { renderProve } from '../src/report/prove.ts'
import { renderWriteDown } from '../src/report/write-down.ts'
import { verbs } from './verbs.ts'

await main(verbs.prove, async (call) => {
  const context = contextOf(call)
  if (call.flags['write-down'] === true) {
    const written = await writeDownCommand(context, call.words[0])
    const exit = written.proved ? 0 : 1
    return { value: written, text: (paint) => renderWriteDown(written, paint), exit }
  }
  const result = await proveCommand(context, call.words[0])
  return {
    value: result,
    text: (paint) => renderProve(result, paint),
    exit: result.proved ? 0 : 1,
  }
})
