import type { Paint } from '../../src/report/paint.ts'
import { countOf, renderDuration, renderTable } from '../../src/report/text-table.ts'
import type { DemoResult } from './demo.ts'
import type { DemoStep } from './play.ts'

/** The story, a line a step: who called what, and what came back. */
export function renderDemo({ address, steps, milliseconds }: DemoResult, paint: Paint): string {
  return [
    `local (${address})`,
    renderTable(steps.map((step) => [whoOf(step), step.call, `→ ${step.answer}`])),
    paint.good(
      `${countOf(steps.length, 'step')} in ${renderDuration(milliseconds)}. Nothing of it is left in the database.`,
    ),
  ].join('\n')
}

function whoOf({ role, account }: DemoStep): string {
  return account === undefined ? role : `${role} ${account}`
}
