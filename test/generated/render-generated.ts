import type { Paint } from '../../src/report/paint.ts'
import type { GeneratedResult } from './generated-command.ts'

/** Tells people what a run came to. */
export function renderGenerated(
  { seed, count, wrong, seconds }: GeneratedResult,
  paint: Paint,
): string {
  const rate = (count / Math.max(seconds, 1)).toFixed(1)
  const line = `${String(count)} pairs of seed ${String(seed)} in ${String(seconds)} s (${rate} a second): ${String(wrong.length)} did not come to a right end.`
  const numbers = wrong.map(({ number }) => String(number)).join(', ')
  if (wrong.length === 0) return paint.good(line)
  return `numbers: ${numbers}; each is in .local/generated/${String(seed)}-NUMBER\n${paint.bad(line)}`
}
