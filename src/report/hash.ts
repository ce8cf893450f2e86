import type { HashResult } from '../commands/hash.ts'
import type { Paint } from './paint.ts'
import { countOf } from './text-table.ts'

/** What changed since atlas.sum was written last. */
export function renderHash(
  { path, files, written, edited, added, missing }: HashResult,
  paint: Paint,
): string {
  if (!written) return paint.good(`${path} is right already: ${countOf(files, 'file')}.`)
  return [
    ...edited.map((name) => paint.notice(`  edited: ${name}`)),
    ...added.map((name) => paint.notice(`  new: ${name}`)),
    ...missing.map((name) => paint.bad(`  gone: ${name}`)),
    paint.good(`Wrote ${path}: ${countOf(files, 'file')}.`),
  ].join('\n')
}
