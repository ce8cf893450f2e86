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
  const holder = await readHolder(db)
  if (holder === undefined) return undefined
  const waitingFor = await readBlockers(db, holder.pid)
  return { holder, work: parseAnnouncement(holder.application), waitingFor }
}
