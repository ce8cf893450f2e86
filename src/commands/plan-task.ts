import type { MigrationFolder } from '../files/migrations.ts'
import type { Ends } from './two-ways.ts'

/** Where a plan starts and where it leads. */
export interface Task extends Ends {
  readonly folder: MigrationFolder
  /** Whether what cannot be planned is left undone. */
  readonly partial?: boolean
}
