import type { PrintedTable } from '../../plan/rows/print-rows.ts'
import type { TableRows } from '../../plan/rows/row-changes.ts'
import type { WantedTable } from './wanted-tables.ts'

/** A table whose rows change, in both directions. */
export interface ChangedTable extends PrintedTable {
  readonly wanted: WantedTable
  readonly rows: TableRows
}
