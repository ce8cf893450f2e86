import type { Migration, NamedVersion } from '../../files/migrations.ts'
import type { History } from '../history/history.ts'
import type { Journal } from '../journal/journal.ts'
import type { Limits } from '../session/session.ts'
import type { LockWatch } from './lock-watch.ts'
import type { RunOutside } from './outside-step.ts'
import type { Around } from './run-file.ts'

/** One migration that was applied or rolled back, and how long its statements took, in milliseconds. */
export interface Ran extends NamedVersion {
  readonly milliseconds: number
}

/** Where runs of migrations are recorded, under which limits and in whose name, and who hears of them. */
export interface RunOptions {
  readonly history: History
  readonly limits: Limits
  readonly watch?: LockWatch
  /** Called when a file could not have a lock, before it is run again. */
  readonly onConflict?: (sentence: string) => void
  /** Hears how far a statement is that takes long. */
  readonly onProgress?: (progress: string) => void
  /** Runs the data steps of files that have any. */
  readonly runOutside?: RunOutside
  /** Who writes the rows, such as `my-database 1.2.0`. */
  readonly operator: string
  readonly journal: Journal
  /** Called before each file, with those that are done: throws where it may not run. */
  readonly onStart?: (migration: Migration, done: readonly Ran[]) => void | Promise<void>
  /** What belongs around the statements of a file, in its transaction. */
  readonly around?: (migration: Migration) => Around
  /** Called after each file. */
  readonly onDone?: (ran: Ran) => void
}
