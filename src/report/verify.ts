import type { VerifyResult } from '../commands/verify.ts'
import { isSame } from '../model/sections.ts'
import type { SectionComparison } from '../model/sections.ts'
import { renderDifferences } from './differences.ts'
import type { Paint } from './paint.ts'
import { countOf, renderTable } from './text-table.ts'

/** Expected against found, a line a section, then what differs. */
export function renderVerify(result: VerifyResult, paint: Paint): string {
  const { environment, address, current, pending, sections, same } = result
  const history = [
    'history',
    current === undefined ? 'no version' : `at ${current}`,
    pending.length === 0
      ? ''
      : `${countOf(pending.length, 'migration')} pending: ${pending.join(', ')}`,
  ]
  const verdict = same
    ? paint.good('The database is what its migrations make.')
    : paint.bad('The database is not what its migrations make.')
  return [
    paint.bold(`${environment} (${address})`),
    renderTable([['', 'expected', 'found'], ...sections.map(renderSection), history]),
    ...sections
      .filter((section) => !isSame(section))
      .map((section) => renderDifferences(section, paint)),
    verdict,
  ].join('\n')
}

function renderSection(section: SectionComparison): string[] {
  const { name, expected, found } = section
  return [name, String(expected), String(found), isSame(section) ? 'ok' : 'differs']
}
