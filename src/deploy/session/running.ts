import type { Queryable } from '../../postgres/connect.ts'
import { readBlockers } from './activity.ts'
import type { Activity } from './activity.ts'
import { parseAnnouncement } from './announce.ts'
import type { FileAtWork } from './announce.ts'
import { readHolder } from './lock.ts'

/** A migration that runs in a database now. */
export interface Running {
  /** Who holds the migration lock. */
  readonly holder: Activity
  /** The file that it is at; undefined between files, and for another tool. */
  readonly work: FileAtWork | undefined
  /** Whom it waits for, to get a lock. */
  readonly waitingFor: readonly Activity[]
}

/** Reads which migration runs, undefined for none. */
export async function readRunning(db: Queryable): Promise<Running | undefined> {
  const first = await readHolder(db)
  if (first === undefined) return undefined
  const waitingFor = await readBlockers(db, first.pid)
  // It may have begun to wait between the two: then what it did before is not what it waits with.
  const again = waitingFor.length === 0 ? first : await readHolder(db)
  const holder = again?.pid === first.pid ? again : first
  return { holder, work: parseAnnouncement(holder.application), waitingFor }
}
