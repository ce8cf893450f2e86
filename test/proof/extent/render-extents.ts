import type { Paint } from '../../../src/report/paint.ts'
import type { ExtentsResult } from './extents-command.ts'

/** Tells people what a run came to. */
export function renderExtents(result: ExtentsResult, paint: Paint): string {
  const { seed, plans, faults, passed, askedWhole, different, seconds } = result
  const lines = [
    `seed ${String(seed)}, ${String(seconds)} s; pairs without anything to prove: ${String(passed)}`,
    `plans: ${String(plans.held)} hold by both verdicts, ${String(plans.refused)} by neither`,
    `plans with a fault: ${String(faults.held)} hold by both verdicts, ${String(faults.refused)} by neither`,
    `a whole copy was asked: ${String(askedWhole.length)}`,
    ...askedWhole,
    ...different,
  ]
  const end = `different verdicts: ${String(different.length)}`
  return `${lines.join('\n')}\n${different.length === 0 ? paint.good(end) : paint.bad(end)}`
}
