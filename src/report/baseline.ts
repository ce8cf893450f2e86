import type { BaselineResult } from '../commands/baseline.ts'
import { isSame } from '../model/sections.ts'
import { renderDifferences } from './differences.ts'
import type { Paint } from './paint.ts'
import { countOf, renderTable } from './text-table.ts'

/** What `baseline` recorded, or why it did not. */
export function renderBaseline(result: BaselineResult, paint: Paint): string {
  const { environment, address, versions, sections } = result
  return [
    paint.bold(`${environment} (${address})`),
    renderTable(versions.map(({ version, name }) => ['=', version, name])),
    ...sections
      .filter((section) => !isSame(section))
      .map((section) => renderDifferences(section, paint)),
    renderVerdict(result, paint),
  ].join('\n')
}

function renderVerdict({ accepted, done, versions }: BaselineResult, paint: Paint): string {
  const count = countOf(versions.length, 'migration')
  if (done) return paint.good(`Recorded ${count} as applied.`)
  if (accepted) return paint.notice(`Would record ${count} as applied. Nothing was changed.`)
  return paint.bad(
    'The database differs from what these migrations make, so nothing was recorded. ' +
      'Fix the database, name the version that matches, or accept the differences with -- --allow-differences',
  )
}
