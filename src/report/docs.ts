import type { DocsResult } from '../commands/docs.ts'
import type { Paint } from './paint.ts'
import { countOf } from './text-table.ts'

/** The pages that were written, or that are stale. */
export function renderDocs({ written, pages, changed, gone }: DocsResult, paint: Paint): string {
  if (changed.length + gone.length === 0)
    return paint.good(`The pages are right already: ${countOf(pages, 'file')}.`)
  if (written)
    return [
      ...changed.map((path) => paint.good(`Wrote ${path}`)),
      ...gone.map((path) => paint.notice(`Removed ${path}`)),
    ].join('\n')
  return [
    ...changed.map((path) => paint.notice(`  stale: ${path}`)),
    ...gone.map((path) => paint.notice(`  of a table that is no more: ${path}`)),
    paint.bad('The pages do not show what the schema files say. Write them with npm run docs.'),
  ].join('\n')
}
