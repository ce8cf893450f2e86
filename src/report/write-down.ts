import { idInWords } from '../model/object-id.ts'
import type { WriteDownResult } from '../planning/writing/write-down-file.ts'
import type { Paint } from './paint.ts'
import { renderProofSteps } from './proof.ts'
import { renderRisks } from './risks.ts'
import { renderStatements } from './statement-text.ts'

/** A planned down file: what it risks, its SQL, what was proved, and where it was written. */
export function renderWriteDown(result: WriteDownResult, paint: Paint): string {
  const { statements, files } = result
  return [
    renderRisks(
      statements.flatMap(({ risks }) => risks),
      paint,
      'down: ',
    ).join('\n'),
    renderStatements(statements),
    renderOutcome(result, paint),
    files.map((file) => paint.good(`Wrote ${file}`)).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function renderOutcome({ proved, proof, rows, unmanaged }: WriteDownResult, paint: Paint): string {
  const changed = rows.up.filter(({ kept }) => kept === false)
  return [
    ...unmanaged.map(({ object, why }) => paint.bad(`not planned: ${idInWords(object)}: ${why}`)),
    ...renderProofSteps(proof, paint),
    ...changed.map(({ table }) =>
      paint.notice(
        `! rows of ${table}: the migration changes values, and the down file does not bring the old ones back.`,
      ),
    ),
    ...rows.down.flatMap(({ table, why }) =>
      why === null ? [] : [paint.notice(`rows of ${table}: not tried, ${why}`)],
    ),
    ...(proved ? [] : [paint.bad('Nothing was written.')]),
  ].join('\n')
}
