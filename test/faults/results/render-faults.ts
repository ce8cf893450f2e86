import type { Paint } from '../../../src/report/paint.ts'
import type { FaultsResult } from '../run-faults.ts'

/** Tells people what a run of cases came to. */
export function renderFaults({ seed, results, skipped }: FaultsResult, paint: Paint): string {
  const struck = results.filter((result) => result.struck !== null).length
  const wrong = results.filter(({ complaints }) => complaints.length > 0)
  const line = `${String(results.length)} cases of seed ${String(seed)}, ${String(struck)} struck: ${String(wrong.length)} did not come to a right end.`
  return [
    ...skipped.map((reason) => paint.notice(`not run: ${reason}`)),
    ...(wrong.length === 0
      ? []
      : [`numbers: ${wrong.map(({ number }) => String(number)).join(', ')}`]),
    wrong.length === 0 ? paint.good(line) : paint.bad(line),
  ].join('\n')
}
