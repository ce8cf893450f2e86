import type { ArchiveResult } from '../commands/archive.ts'
import type { KeptRows } from '../deploy/archive/keep-losses.ts'
import type { PutBack } from '../deploy/archive/put-back.ts'
import { quoteQualified } from '../sql/quote.ts'
import type { Paint } from './paint.ts'
import { countOf, renderTable } from './text-table.ts'

/** What the archive of a database holds, or what was dropped from it. */
export function renderArchive(
  { environment, address, action, items }: ArchiveResult,
  paint: Paint,
): string {
  const title = paint.bold(`${environment} (${address})`)
  if (items.length === 0) return `${title}\n${paint.good('The archive is empty.')}`
  const rows = items.map(({ version, object, rows: count, bytes, days, putBack }) => [
    action === 'drop' ? '-' : '',
    version,
    object,
    countOf(count, 'row'),
    `${(bytes / 1024).toLocaleString('en', { maximumFractionDigits: 0 })} kB`,
    countOf(days, 'day'),
    putBack ? 'partly put back' : '',
  ])
  const said =
    action === 'drop'
      ? `Dropped ${countOf(items.length, 'table')} of the archive for good.`
      : `The next apply of its version puts each of them back. Give them up: npm run archive ${environment} drop [VERSION]`
  return `${title}\n${renderTable(rows)}\n${paint.notice(said)}`
}

/** What a rollback kept; nothing where it kept nothing. */
export function renderArchived(
  items: readonly KeptRows[],
  isDryRun: boolean,
  paint: Paint,
): string[] {
  if (items.length === 0) return []
  const lines = items.map((item) => `  ${nameOf(item)}: ${countOf(item.rows, 'row')}`)
  const did = isDryRun ? 'Would be kept' : 'Kept'
  return [paint.good(`${did} in schema archive, for the next apply:`), ...lines]
}

/** What an apply put back. */
export function renderPutBack(items: readonly PutBack[], paint: Paint): string[] {
  if (items.length === 0) return []
  const lines = items.map(({ rows, of, ...item }) => {
    const rest = rows === of ? '' : ` of ${of.toLocaleString('en')}; the others stay in the archive`
    return `  ${nameOf({ ...item, rows })}: ${countOf(rows, 'row')}${rest}`
  })
  return [paint.good('Put back from schema archive:'), ...lines]
}

function nameOf({ schema, table, column }: KeptRows): string {
  return column === null ? quoteQualified(schema, table) : quoteQualified(schema, table, column)
}
