import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { sortOfStatement } from '../../sql/scan/statement-sort.ts'

/** Who is at work in a session. What the user may not see of others is `unknown`. */
export interface Activity {
  /** 0 is a prepared transaction, which has no process. */
  readonly pid: number
  /** Of a process of the server that serves nobody, its sort. */
  readonly user: string
  readonly application: string
  /** As PostgreSQL calls it: `active`, `idle`, `idle in transaction`, … */
  readonly state: string
  /** The sort of its statement, or of its last one, such as `alter role`: never the text, which may be secret. */
  readonly statement: string
  /** When its transaction began, or the session's state where it has none, as `2026-01-31T09:30:00.000Z`. */
  readonly since: string | undefined
}

/** Reads what sessions do, by process; those that have ended are left out. */
export async function readActivities(
  db: Queryable,
  pids: readonly number[],
): Promise<readonly Activity[]> {
  const rows: readonly Row[] = await db.query(sql`
    select
      a.pid,
      coalesce(a.usename::text, a.backend_type, 'unknown') as "user",
      coalesce(nullif(a.application_name, ''), 'unknown') as application,
      coalesce(a.state, 'unknown') as state,
      coalesce(a.query, '') as query,
      pg_catalog.to_char(
        coalesce(a.xact_start, a.state_change) at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
      ) as since
    from pg_catalog.pg_stat_activity as a
    where a.pid = any(${pids})
    order by a.pid
  `)
  return rows.map(({ query, since, ...row }) => ({
    ...row,
    statement: sortOfStatement(query),
    since: since ?? undefined,
  }))
}

interface Row extends Omit<Activity, 'statement' | 'since'> {
  readonly query: string
  readonly since: string | null
}

/** Reads whom a process waits for, to get a lock; none where it does not wait. */
export async function readBlockers(db: Queryable, pid: number): Promise<readonly Activity[]> {
  const rows: readonly { readonly pid: number }[] = await db.query(sql`
    select distinct b.pid
    from pg_catalog.unnest(pg_catalog.pg_blocking_pids(${pid})) as b (pid)
  `)
  const pids = rows.map((row) => row.pid)
  const sessions = await readActivities(db, pids)
  return pids.includes(0) ? [preparedTransaction, ...sessions] : sessions
}

/** pg_blocking_pids knows no more of it than that it is there. */
const preparedTransaction: Activity = {
  pid: 0,
  user: 'unknown',
  application: 'unknown',
  state: 'prepared transaction',
  statement: 'unknown',
  since: undefined,
}

/** Who it is, in words, without an end: `process 7, user postgres, application psql: update, active since …`. */
export function describeActivity(activity: Activity): string {
  const { pid, user, application, state, statement, since } = activity
  if (pid === 0) return 'a prepared transaction (pg_catalog.pg_prepared_xacts lists them)'
  const when = since === undefined ? '' : ` since ${since.slice(0, 19).replace('T', ' ')} UTC`
  return `process ${String(pid)}, user ${user}, application ${application}: ${statement}, ${state}${when}`
}

/** The statement that ends a session. A prepared transaction ends by its name. */
export function terminationOf({ pid }: Activity): string {
  return pid === 0
    ? "rollback prepared 'NAME';"
    : `select pg_catalog.pg_terminate_backend(${String(pid)});`
}
