import type { NewResult } from '../commands/new.ts'
import type { Paint } from './paint.ts'

/** What was written, and what to do next. */
export function renderNew({ files }: NewResult, paint: Paint): string {
  return [
    ...files.map((file) => paint.good(`Wrote ${file}`)),
    'Write the statements into the first file, and what undoes them into the second. Then seal them: npm run hash',
  ].join('\n')
}
