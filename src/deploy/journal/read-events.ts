import { sql } from '../../postgres/connect.ts'
import type { Queryable, SQLQuery } from '../../postgres/connect.ts'
import { migrationLock } from '../session/lock.ts'
import { readJournalState } from './journal-tables.ts'

/** One run of a migration. */
export interface JournalEvent {
  readonly verb: string
  readonly version: string
  /** Who was logged in, and in parentheses the user of the machine. */
  readonly who: string
  readonly fromHost: string | null
  readonly gitCommit: string | null
  readonly seal: string | null
  /** As `2026-01-31T09:30:00.000Z`. */
  readonly startedAt: string
  /** Null where it runs, or was cut off. */
  readonly endedAt: string | null
  readonly milliseconds: number | null
  /** `done`, `failed`, or `failed: ` and PostgreSQL's code; `running`; `did not end` of what was cut off. */
  readonly outcome: string
}

/** How many events are read at most. */
const most = 100

/** Reads the newest events, newest first; undefined where there is no journal of ours. */
export async function readEvents(db: Queryable): Promise<JournalEvent[] | undefined> {
  if ((await readJournalState(db)).kind !== 'ready') return undefined
  return db.query(sql`
    select
      e.verb,
      e.version,
      e.who,
      e.from_host as "fromHost",
      e.git_commit as "gitCommit",
      e.seal,
      ${utc(sql`e.started_at`)} as "startedAt",
      ${utc(sql`e.ended_at`)} as "endedAt",
      e.milliseconds,
      coalesce(
        e.outcome,
        case
          when
            e.id = (select max(n.id) from schema_journal.events as n)
            and exists (
              select 1
              from pg_catalog.pg_locks as l
              where
                l.locktype = 'advisory'
                and l.granted
                and l.database = (select d.oid from pg_catalog.pg_database as d where d.datname = pg_catalog.current_database())
                and l.classid = (${migrationLock}::bigint >> 32)::oid
                and l.objid = (${migrationLock}::bigint & 4294967295)::oid
                and l.objsubid = 1
            )
            then 'running'
          else 'did not end'
        end
      ) as outcome
    from schema_journal.events as e
    order by e.id desc
    limit ${most}
  `)
}

function utc(column: SQLQuery): SQLQuery {
  return sql`pg_catalog.to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
