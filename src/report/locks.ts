import type { TableLock } from '../proof/locks.ts'
import type { Paint } from './paint.ts'
import { renderTable } from './table.ts'

/** The locks that a plan takes, a table a line, and what each means for everybody else; nothing when it takes none. */
export function renderLocks(locks: readonly TableLock[], paint: Paint): string {
  if (locks.length === 0) return ''
  const rows = locks.map(({ table, mode }) => [table, mode, effects[mode] ?? ''])
  return `${paint.bold('Locks')}\n${renderTable(rows)}`
}

/** What a lock means for everybody else while the migration runs (manual, 13.3.1). */
const effects: Readonly<Record<string, string>> = {
  share: 'nobody writes meanwhile',
  'share row exclusive': 'nobody writes meanwhile',
  exclusive: 'nobody writes meanwhile',
  'access exclusive': 'nobody reads or writes meanwhile',
}
