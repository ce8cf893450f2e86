import type { ApplyResult } from '../commands/apply.ts'
import type { Paint } from './paint.ts'
import { renderPutBack } from './archive.ts'
import { renderFound } from './losses.ts'
import { renderLimits } from './limits.ts'
import { countOf, renderDuration, renderTable } from './text-table.ts'

/** What `apply` did, or in a dry run would do. */
export function renderApply(result: ApplyResult, paint: Paint): string {
  const { environment, address, recorded, dryRun } = result
  return [
    paint.bold(`${environment} (${address})`),
    recorded.length === 0
      ? ''
      : `  ${dryRun ? 'would record' : 'recorded'} what is applied already: ${recorded.join(', ')}`,
    dryRun ? renderPreview(result, paint) : renderRun(result, paint),
    ...renderFound(result, paint),
    ...renderPutBack(result.putBack, paint),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

function renderPreview({ pending, limits }: ApplyResult, paint: Paint): string {
  if (pending.length === 0) return paint.good('Nothing to do.')
  const rows = pending.map(({ version, name }) => ['+', version, name])
  return `${renderTable(rows)}\n${renderLimits(limits)}\n${paint.notice(`Would apply ${countOf(pending.length, 'migration')}. Nothing was changed.`)}`
}

function renderRun({ applied, current, limits }: ApplyResult, paint: Paint): string {
  const at = current === undefined ? 'no version' : `version ${current}`
  if (applied.length === 0) return paint.good(`Nothing to do: the database is at ${at}.`)
  const rows = applied.map(({ version, name, milliseconds }) => [
    '+',
    version,
    name,
    renderDuration(milliseconds),
  ])
  return `${renderTable(rows)}\n${renderLimits(limits)}\n${paint.good(`Applied ${countOf(applied.length, 'migration')}: the database is at ${at}.`)}`
}
