import type { Paint } from '../../../src/report/paint.ts'
import type { ExtentsResult } from './extents-command.ts'

/** Tells people what a run came to. */
export function renderExtents(result: ExtentsResult, paint: Paint): string {
  const { seed, plans, faults, passed, different, seconds } = result
  const lines = [
    `seed ${String(seed)}, ${String(seconds)} s; pairs without anything to prove: ${String(passed)}`,
    `plans: ${String(plans.held)} hold by both proofs, ${String(plans.refused)} by neither`,
    `plans with a fault: ${String(faults.held)} hold by both proofs, ${String(faults.refused)} by neither`,
    ...different,
  ]
  const end = `different verdicts: ${String(different.length)}`
  return `${lines.join('\n')}\n${different.length === 0 ? paint.good(end) : paint.bad(end)}`
}
