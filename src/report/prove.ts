import type { ProveResult } from '../planning/prove-result.ts'
import type { Paint } from './paint.ts'
import { renderProofSteps } from './proof.ts'
import { renderLocks } from './lock-lines.ts'
import { countOf } from './text-table.ts'

/** The result of proving files: locks, both directions, rows, and what is left to do. */
export function renderProve(result: ProveResult, paint: Paint): string {
  const { proved, files, proof, locks, notes, written } = result
  return [
    renderLocks(locks, paint),
    files.map((file) => `  ${file}`).join('\n'),
    [
      ...renderProofSteps(proof, paint),
      ...renderRows(result, paint),
      ...notes.map((note) => paint.notice(note)),
      ...written.map((file) => paint.good(`Wrote what it does at the head of ${file}`)),
      ...(written.length > 0 ? [paint.good('Renewed atlas.sum')] : []),
      ...(proved ? [] : [paint.bad('Fix the files, or the schema files, and prove again.')]),
    ].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function renderRows({ rows }: ProveResult, paint: Paint): string[] {
  const changed = (['up', 'down'] as const).flatMap((way) =>
    rows[way]
      .filter(({ kept }) => kept === false)
      .map(({ table }) =>
        paint.notice(`! rows of ${table}: the ${way} direction changes values. Is that intended?`),
      ),
  )
  const tried = rows.down.filter(({ kept }) => kept !== null)
  const untried = rows.down.filter(({ kept }) => kept === null)
  return [
    ...(changed.length === 0
      ? [paint.good(`rows: all values of ${countOf(tried.length, 'table')} kept`)]
      : changed),
    ...untried.map(({ table, why }) => paint.notice(`rows of ${table}: not tried, ${why ?? ''}`)),
  ]
}
