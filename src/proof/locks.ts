import { lockModes } from '../plan/hazards/work/work-row.ts'
import type { MeasuredWork } from '../plan/write/measured-hazards.ts'

/** The strongest lock that a transaction took on a table, called as the manual does (13.3.1): `access exclusive`. */
export interface TableLock {
  readonly table: string
  readonly mode: string
}

/** The locks on tables that keep others from reading or writing, among what was measured. */
export function tableLocks(work: readonly MeasuredWork[]): TableLock[] {
  return strongestLocks(
    work.flatMap(({ relation, isTable, after }) =>
      isTable && after !== undefined ? [{ table: relation, mode: after }] : [],
    ),
  )
}

/** The strongest lock of each table, ordered by table. */
export function strongestLocks(locks: readonly TableLock[]): TableLock[] {
  const ranks: readonly string[] = lockModes
  const strongest = new Map<string, string>()
  for (const { table, mode } of locks) {
    const known = strongest.get(table) ?? ''
    if (ranks.indexOf(mode) > ranks.indexOf(known)) strongest.set(table, mode)
  }
  return [...strongest]
    .map(([table, mode]) => ({ table, mode }))
    .toSorted((a, b) => (a.table < b.table ? -1 : 1))
}
