import type { SectionComparison } from '../model/sections.ts'
import type { Paint } from './paint.ts'

/** What is missing, extra and different in one section, an object a line. */
export function renderDifferences(
  { name, missing, extra, different }: SectionComparison,
  paint: Paint,
): string {
  return [
    paint.bold(name),
    ...missing.map(({ object, detail }) => paint.bad(`  missing: ${object}: ${detail}`)),
    ...extra.map(({ object, detail }) => paint.notice(`  not expected: ${object}: ${detail}`)),
    ...different.map(({ object, expected, found }) =>
      paint.notice(`  ${object}\n    expected: ${expected}\n    found:    ${found}`),
    ),
  ].join('\n')
}
