import { setTimeout } from 'node:timers/promises'
import { sql } from '../../../src/postgres/connect.ts'
import type { Ground } from '../ground/ground.ts'

/** Waits until nobody holds an advisory lock in a database, at most 25 s: the limits of a session are 8 s here. */
export async function becomesFree(ground: Ground, database: string): Promise<boolean> {
  for (let waited = 0; waited < 25_000; waited += 100) {
    const held = await ground.asAdmin('postgres', (session) =>
      session.query(sql`
        select
        from pg_catalog.pg_locks as l
        join pg_catalog.pg_database as d on d.oid = l.database
        where l.locktype = 'advisory' and d.datname = ${database}
      `),
    )
    if (held.length === 0) return true
    await setTimeout(100)
  }
  return false
}

/** Ends every session of the tool in a database. */
export async function endSessions(ground: Ground, database: string): Promise<void> {
  await ground.asAdmin('postgres', (session) =>
    session.query(sql`
      select pg_catalog.pg_terminate_backend(a.pid)
      from pg_catalog.pg_stat_activity as a
      where a.datname = ${database} and a.usename = 'postgres'
    `),
  )
}
