import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import type { LockWatch } from './lock-watch.ts'

/** How often to tell, in milliseconds. */
const pace = 1000

/** Runs `use`, and tells now and then how far the session has come with building an index: its phase, and percent. */
export async function withIndexProgress<T>(
  { ask }: LockWatch,
  tell: (progress: string) => void,
  use: () => Promise<T>,
): Promise<T> {
  const timer = new AbortController()
  const telling = (async () => {
    for (;;) {
      await sleep(pace, undefined, { signal: timer.signal })
      const progress = await ask(readProgress)
      if (progress !== undefined && !timer.signal.aborted) tell(progress)
    }
  })().catch(() => undefined)
  try {
    return await use()
  } finally {
    timer.abort()
    await telling
  }
}

/** PostgreSQL's own words for the phase (manual, CREATE INDEX Progress Reporting). */
async function readProgress(db: Queryable, pid: number): Promise<string | undefined> {
  const [row] = await db.query(sql`
    select
      p.phase,
      case
        when p.blocks_total > 0 then p.blocks_done * 100 / p.blocks_total
        when p.tuples_total > 0 then p.tuples_done * 100 / p.tuples_total
        when p.lockers_total > 0 then p.lockers_done * 100 / p.lockers_total
      end::integer as percent
    from pg_catalog.pg_stat_progress_create_index as p
    where p.pid = ${pid}
  `)
  if (row === undefined) return undefined
  return row.percent === null ? row.phase : `${String(row.phase)}, ${String(row.percent)} %`
}
