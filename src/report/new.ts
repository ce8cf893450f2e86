import type { NewResult } from '../commands/new.ts'
import type { Paint } from './paint.ts'

/** What was written, and what to do next. */
export function renderNew({ files }: NewResult, paint: Paint): string {
  return [
    ...files.map((file) => paint.good(`Wrote ${file}`)),
    'Fill both, the second with what takes the first back. Then seal them: npm run hash',
  ].join('\n')
}
