import type { AlterTableCmd } from 'libpg-query'
import type { Found, Sight } from '../found.ts'
import type { Table } from '../world/table.ts'

/** One clause of ALTER TABLE: `scanned` is its part of the statement. */
export interface ClauseSight extends Sight {
  readonly table: Table
  /** Whether it is about partitions and heirs too. */
  readonly tree: boolean
}

/** What a sort of clause asks. */
export type ClauseRule = (command: AlterTableCmd, sight: ClauseSight) => Found
