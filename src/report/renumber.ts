import type { RenumberResult } from '../commands/renumber.ts'
import { renderAsked, renderTakenBack } from './asked.ts'
import type { Paint } from './paint.ts'

/** What a migration is called now, who was asked, and what to do next. */
export function renderRenumber(result: RenumberResult, paint: Paint): string {
  const { from, to, version, files, doubled, takenBack } = result
  return [
    ...renderAsked(result, paint),
    ...renderTakenBack(takenBack, paint),
    ...files.map((file) => paint.good(`Wrote ${file}`)),
    paint.good(`${from} is ${to} now, in atlas.sum too.`),
    ...(doubled.length === 0
      ? [
          `See whether it still leads to the schema files behind the others: npm run prove ${version}`,
        ]
      : [paint.notice(`Share their version still: ${doubled.join(', ')}.`)]),
  ].join('\n')
}
