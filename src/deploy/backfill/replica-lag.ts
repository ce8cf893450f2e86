import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../../errors.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'

/** How often replicas are looked at again, in milliseconds. */
const interval = 500

/**
 * Waits until no replica is further behind than `maxLag`, in milliseconds; calls `onWait` before each pause. A replica
 * that has nothing to replay is not behind. Throws UserError where the user may not see replicas.
 */
export async function awaitReplicas(
  db: Queryable,
  maxLag: number,
  onWait: (sentence: string) => void,
): Promise<void> {
  for (;;) {
    const found = await readLag(db)
    if (!found.maySee) throw new UserError(blind)
    if (found.lag === null || found.lag <= maxLag) return
    onWait(`replica ${found.name ?? ''} is ${(found.lag / 1000).toFixed(1)} s behind`)
    await sleep(interval)
  }
}

const blind =
  'max_lag needs a user who sees replicas: grant pg_monitor to it, or leave max_lag out of the directive.'

interface Lag {
  readonly maySee: boolean
  readonly name: string | null
  /** In milliseconds; null where no replica is behind. */
  readonly lag: number | null
}

async function readLag(db: Queryable): Promise<Lag> {
  const [row] = await db.query(sql`
    select
      pg_catalog.pg_has_role('pg_read_all_stats', 'usage') as "maySee",
      r.application_name as name,
      (extract(epoch from r.replay_lag) * 1000)::float8 as lag
    from (select) as one
    left join pg_catalog.pg_stat_replication as r on r.replay_lag is not null
    order by r.replay_lag desc nulls last
    limit 1
  `)
  return row
}
