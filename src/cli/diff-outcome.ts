import { diffCommand } from '../commands/diff.ts'
import { tracePlanBetween } from '../planning/two-states/plan-states.ts'
import { renderDiff } from '../report/diff.ts'
import { renderBetween, renderBetweenTalk } from '../report/plan-between.ts'
import { betweenExit, betweenOf } from './verbs/between-flags.ts'
import type { BetweenCall } from './verbs/between-flags.ts'
import { contextOf, lookingOf } from './command-context.ts'
import { orderOutcome, traceTalk } from './trace-flags.ts'
import type { Call, Outcome } from './verb.ts'

/** What `diff` comes to: a comparison, a plan between two states, or the graph of one. */
export async function diffOutcome(call: Call): Promise<Outcome> {
  const between = betweenOf(call.flags)
  if (between === undefined) return compare(call)
  return call.flags['explain-order'] === true ? explainOrder(call, between) : plan(call, between)
}

async function compare(call: Call): Promise<Outcome> {
  const result = await diffCommand(call.project, lookingOf(call))
  const exit = result.equal ? 0 : 2
  return { value: result, text: (paint) => renderDiff(result, paint), exit }
}

async function explainOrder(call: Call, between: BetweenCall): Promise<Outcome> {
  const { trace } = await tracePlanBetween(contextOf(call), { ...between, proof: 'none' })
  return orderOutcome(between.down ? trace.down : trace.up)
}

async function plan(call: Call, between: BetweenCall): Promise<Outcome> {
  const { result, trace } = await tracePlanBetween(contextOf(call), between)
  const told = traceTalk(call, trace)
  return {
    value: result,
    text: () => renderBetween(result, between.down),
    talk: (paint) => [told(paint), renderBetweenTalk(result, paint)].filter(Boolean).join('\n'),
    exit: betweenExit(result, between),
  }
}
