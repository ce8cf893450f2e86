import { Worker } from 'node:worker_threads'
import { setTimeout } from 'node:timers/promises'
import { sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { describeWatch, watching } from './idle-watch.ts'
import type { Watched } from './idle-watch.ts'

/**
 * Makes the server stop when it has been idle for a while. A session of the server watches: it outlives the client
 * that started it, sees all connections, needs no extra process, and ends with the server. Starts one unless it is
 * running.
 */
export async function ensureIdleStop(
  session: Session,
  url: string,
  watched: Watched,
): Promise<void> {
  if (await isWatched(session)) return
  // A client cannot leave a statement behind and go on. A thread can: it ends with this process, in the middle.
  const worker = new Worker(new URL('./idle-stop-worker.ts', import.meta.url), {
    workerData: { url, settings: describeWatch(watched) },
    // Nothing of how this process was started: not its variables, not the flags of Node.
    env: {},
    execArgv: [],
  })
  worker.unref()
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (await isWatched(session)) return
    await setTimeout(20)
  }
  throw new Error('the session that stops the idle workbench did not begin')
}

async function isWatched(session: Session): Promise<boolean> {
  const [row] = await session.query(sql`
    select exists (
      select
      from pg_catalog.pg_locks as l
      where
        l.locktype = 'advisory'
        and l.granted
        and l.database = (select d.oid from pg_catalog.pg_database as d where d.datname = current_database())
        and (l.classid::bigint << 32) | l.objid::bigint = pg_catalog.hashtextextended(${watching}, 0)
    ) as watched
  `)
  return row.watched === true
}
