import type { TableLock } from '../proof/locks.ts'
import type { Paint } from './paint.ts'
import { renderTable } from './text-table.ts'

/** The locks that a plan takes, one table a line, and what each blocks. Empty when it takes none. */
export function renderLocks(locks: readonly TableLock[], paint: Paint): string {
  if (locks.length === 0) return ''
  const rows = locks.map(({ table, mode }) => [table, mode, effects[mode] ?? ''])
  return `${paint.bold('Locks')}\n${renderTable(rows)}`
}

/** What a lock blocks for other sessions while the migration runs (manual, 13.3.1). */
const effects: Readonly<Record<string, string>> = {
  share: 'blocks writes',
  'share row exclusive': 'blocks writes',
  exclusive: 'blocks writes',
  'access exclusive': 'blocks reads and writes',
}
