import { setTimeout as sleep } from 'node:timers/promises'
import { sql, withDatabase } from '../../postgres/connect.ts'
import type { Queryable, Session } from '../../postgres/connect.ts'
import { readBlockers } from '../session/activity.ts'
import type { Activity } from '../session/activity.ts'

/** Looks over a second connection what a session waits for. */
export interface LockWatch {
  /** Watches as long as `use` runs. */
  readonly watch: <T>(use: (watched: Watched) => Promise<T>) => Promise<T>
  /** Asks something about the session, whose process it gives; undefined where there is no second connection. */
  readonly ask: <T>(question: (db: Queryable, pid: number) => Promise<T>) => Promise<T | undefined>
  /** Says that what is watched is to stop. */
  readonly signal?: AbortSignal | undefined
}

/** What is known of a session that is watched. */
export interface Watched {
  /**
   * A statement is sent now, which may wait so many milliseconds for all its locks together: lock_timeout is for each of
   * them. One that waits longer is cancelled (57014).
   */
  readonly next: (longest: number) => void
  /** Who stood in the way when that was last looked at. */
  readonly blockers: () => readonly Activity[]
  /** Whether a statement was cancelled. */
  readonly cancelled: () => boolean
}

/** Watches nothing: for a database that nobody else uses. */
export const noWatch: LockWatch = {
  watch: async (use) => use({ next: () => undefined, blockers: () => [], cancelled: () => false }),
  ask: async () => undefined,
}

/** How often to look, in milliseconds, and how long a statement has to run before it is looked at. */
const pace = 100

/** How long a statement may wait beyond what it may: lock_timeout comes first where it can. */
const grace = 250

/** A session, where another one to the same database is opened, and what says that it is to stop. */
interface WatchedTarget {
  readonly url: string
  readonly session: Session
  readonly signal?: AbortSignal
}

/** Hands a watch over `session` to `use`. The connection is opened when a statement takes long, and closed after `use`. */
export async function withLockWatch<T>(
  { url, session, signal }: WatchedTarget,
  use: (watch: LockWatch) => Promise<T>,
): Promise<T> {
  const [{ pid }] = await session.query(sql`select pg_catalog.pg_backend_pid() as pid`)
  return withDatabase(
    url,
    (db) =>
      use({
        watch: async (inner) => watchOver({ db, pid }, inner),
        ask: async (question) => question(db, pid).catch(() => undefined),
        signal,
      }),
    {
      poolSize: 1,
      applicationName: 'database-as-code lock watch',
    },
  )
}

interface Watch {
  readonly db: Queryable
  readonly pid: number
}

/** What is known of the statement that runs, and of what came before. */
interface Seen {
  since: number
  longest: number
  waited: number
  /** When it was seen to wait last; undefined where it did not wait. */
  lookedAt: number | undefined
  blockers: readonly Activity[]
  cancelled: boolean
  ended: boolean
}

async function watchOver<T>(watch: Watch, use: (watched: Watched) => Promise<T>): Promise<T> {
  const seen: Seen = {
    since: performance.now(),
    longest: Infinity,
    waited: 0,
    lookedAt: undefined,
    blockers: [],
    cancelled: false,
    ended: false,
  }
  const timer = new AbortController()
  // Without a second connection nobody is named, and lock_timeout alone ends the waiting.
  const looking = keepLooking(watch, seen, timer.signal).catch(() => undefined)
  try {
    return await use({
      next: (longest) =>
        Object.assign(seen, { since: performance.now(), longest, waited: 0, lookedAt: undefined }),
      blockers: () => seen.blockers,
      cancelled: () => seen.cancelled,
    })
  } finally {
    seen.ended = true
    timer.abort()
    // What was cancelled must not meet the next statement.
    if (seen.cancelled) await looking
  }
}

async function keepLooking(watch: Watch, seen: Seen, signal: AbortSignal): Promise<void> {
  while (!seen.ended) {
    await sleep(pace, undefined, { signal })
    if (performance.now() - seen.since >= pace) await lookOnce(watch, seen)
  }
}

async function lookOnce({ db, pid }: Watch, seen: Seen): Promise<void> {
  const { since } = seen
  const blockers = await readBlockers(db, pid)
  const now = performance.now()
  if (seen.ended || seen.since !== since) return
  if (blockers.length === 0) {
    seen.lookedAt = undefined
    return
  }
  // It has waited from the look before on, where it waited then.
  seen.waited += now - (seen.lookedAt ?? now)
  seen.lookedAt = now
  seen.blockers = blockers
  if (seen.cancelled || seen.waited < seen.longest + grace) return
  seen.cancelled = true
  await db.query(sql`select pg_catalog.pg_cancel_backend(${pid})`)
}
