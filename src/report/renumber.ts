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
    paint.good(`${from} is now ${to}, also in atlas.sum.`),
    ...(doubled.length === 0
      ? [`Check that it still leads to the schema files after the others: npm run prove ${version}`]
      : [paint.notice(`These still share a version: ${doubled.join(', ')}.`)]),
  ].join('\n')
}
