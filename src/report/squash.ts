import type { SquashResult } from '../commands/squash.ts'
import type { Paint } from './paint.ts'
import { countOf, renderTable } from './text-table.ts'

/** What was squashed, what was kept as it was written, and what to do where the Supabase CLI migrates. */
export function renderSquash(result: SquashResult, paint: Paint): string {
  const { version, name, replaces, dataSteps, files, removed, notes, repair } = result
  return [
    ...(dataSteps.length === 0
      ? []
      : [
          paint.notice('Kept as written, since no plan makes it:'),
          renderTable(dataSteps.map(({ file, line, sort }) => [`${file}:${String(line)}`, sort])),
        ]),
    ...notes.map((note) => paint.notice(note)),
    ...files.map((file) => paint.good(`Wrote ${file}`)),
    `Removed ${countOf(removed.length, 'file')}.`,
    paint.good(
      `${version}_${name} replaces ${countOf(replaces.length, 'migration')}, and makes what they make.`,
    ),
    'A database that has all of them records that with the next npm run apply, and nothing else changes there.',
    'Where only the Supabase CLI migrates, tell it, with --linked or --db-url:',
    ...repair.map((command) => `  ${command}`),
  ].join('\n')
}
