import type { RollbackResult } from '../targets/rollback-folder.ts'
import { renderLimits } from './limits.ts'
import { renderArchived } from './archive.ts'
import { renderLosses } from './losses.ts'
import type { Paint } from './paint.ts'
import { countOf, renderDuration, renderTable } from './text-table.ts'

/** What `rollback` did, or in a dry run would do, and what is lost by it. */
export function renderRollback(result: RollbackResult, paint: Paint): string {
  const { environment, address, dryRun } = result
  return [
    paint.bold(`${environment} (${address})`),
    result.dryRun ? renderPreview(result, paint) : renderRun(result, paint),
    ...renderLosses(result, dryRun, paint),
    ...renderArchived(result.archived, dryRun, paint),
  ].join('\n')
}

function renderPreview({ pending }: RollbackResult, paint: Paint): string {
  if (pending.length === 0) return paint.good('Nothing to do.')
  const rows = pending.map(({ version, name }) => ['-', version, name])
  return `${renderTable(rows)}\n${paint.notice(`Would roll back ${countOf(pending.length, 'migration')}. Nothing was changed.`)}`
}

function renderRun({ rolledBack, current, limits }: RollbackResult, paint: Paint): string {
  const at = current === undefined ? 'no version' : `version ${current}`
  if (rolledBack.length === 0) return paint.good(`Nothing to do: the database is at ${at}.`)
  const rows = rolledBack.map(({ version, name, milliseconds }) => [
    '-',
    version,
    name,
    renderDuration(milliseconds),
  ])
  return `${renderTable(rows)}\n${renderLimits(limits)}\n${paint.good(`Rolled back ${countOf(rolledBack.length, 'migration')}: the database is at ${at}.`)}`
}
