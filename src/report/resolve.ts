import type { ResolveResult } from '../commands/resolve.ts'
import { isSame } from '../model/sections.ts'
import type { SectionComparison } from '../model/sections.ts'
import { renderDifferences } from './differences.ts'
import type { Paint } from './paint.ts'

/** What `resolve` recorded, or why it did not. */
export function renderResolve(result: ResolveResult, paint: Paint): string {
  const { environment, address, sections, down } = result
  const ofDown = renderAll(down, paint)
  return [
    paint.bold(`${environment} (${address})`),
    ...renderAll(sections, paint),
    ...(ofDown.length === 0
      ? []
      : [paint.bold('After the down file, compared with before the migration:'), ...ofDown]),
    renderVerdict(result, paint),
  ].join('\n')
}

function renderAll(sections: readonly SectionComparison[], paint: Paint): string[] {
  return sections
    .filter((section) => !isSame(section))
    .map((section) => renderDifferences(section, paint))
}

function renderVerdict({ accepted, done, as, version, name }: ResolveResult, paint: Paint): string {
  const what = `${version}_${name} as ${as}`
  if (done) return paint.good(`Recorded ${what}.`)
  if (accepted) return paint.notice(`Would record ${what}. Nothing was changed.`)
  return paint.bad(
    `The database is not what it would be with ${what}, so nothing was recorded. ` +
      'Change the database, or accept the differences with -- --allow-differences',
  )
}
