import { betweenExit, betweenOf } from '../src/cli/between-flags.ts'
import { contextOf } from '../src/cli/context.ts'
import { main } from '../src/cli/main.ts'
import { diffCommand } from '../src/commands/diff.ts'
import { planBetweenCommand, tracePlanBetween } from '../src/commands/plan-between.ts'
import { renderDiff } from '../src/report/diff.ts'
import { renderBetween, renderBetweenTalk } from '../src/report/plan-between.ts'
import { orderOutcome } from '../src/cli/trace-flags.ts'
import { verbs } from './verbs.ts'

await main(verbs.diff, async (call) => {
  const between = betweenOf(call.flags)
  if (between === undefined) {
    const result = await diffCommand(contextOf(call))
    const exit = result.equal ? 0 : 2
    return { value: result, text: (paint) => renderDiff(result, paint), exit }
  }
  if (call.flags['explain-order'] === true) {
    const { trace } = await tracePlanBetween(contextOf(call), { ...between, proof: false })
    return orderOutcome(between.down ? trace.down : trace.up)
  }
  const result = await planBetweenCommand(contextOf(call), between)
  return {
    value: result,
    text: () => renderBetween(result, between.down),
    talk: (paint) => renderBetweenTalk(result, paint),
    exit: betweenExit(result, between),
  }
})
