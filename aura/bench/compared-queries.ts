import { sql } from '../../src/postgres/connect.ts'
import type { SQLQuery } from '../../src/postgres/connect.ts'
import { largeUser, oneUser } from './load.ts'
import type { Sizes } from './load.ts'

/** A question of the application, as this database answers it and as a first draft would. */
export interface ComparedQuery {
  readonly name: string
  readonly role: 'authenticated' | 'service_role'
  readonly user: string
  readonly ours: SQLQuery
  readonly naive: SQLQuery
  /** How the naive form goes about it. */
  readonly naively: string
  /** What must hold, as a sentence, and the measure of it. */
  readonly target: string
  readonly holds: (measured: Pair) => boolean
  /** Said before both run: settings of the planner. */
  readonly setting?: string
}

/** Both forms in one run. */
export interface Pair {
  readonly ours: Cost
  readonly naive: Cost
}

/** Median milliseconds in the server, pages of 8 KiB that were read, rows that came. */
export interface Cost {
  readonly milliseconds: number
  readonly buffers: number
  readonly rows: number
}

/** The reading queries of the application. */
export function comparedQueries(sizes: Sizes): ComparedQuery[] {
  return [
    newestLogs(),
    deepLogs(sizes),
    newLogsOfTask(),
    errors(),
    scan(),
    ...taskQueries(),
    expiringTokens(),
    storage(),
  ]
}

const signedIn = { role: 'authenticated', user: oneUser } as const

function newestLogs(): ComparedQuery {
  return {
    ...signedIn,
    name: 'The newest 100 logs of a user with 1,000',
    ours: sql`select * from public.get_execution_logs_filtered(${oneUser})`,
    naive: sql`
      select * from naive.execution_logs where user_id = ${oneUser} order by created_at desc limit 100
    `,
    naively: 'an index on the user, then a sort',
    target: 'at most 105 pages',
    holds: ({ ours }) => ours.buffers <= 105,
  }
}

function deepLogs({ largeLogs }: Sizes): ComparedQuery {
  const depth = Math.floor(largeLogs / 2)
  return {
    role: 'authenticated',
    user: largeUser,
    name: `A page of 100 logs, ${depth.toLocaleString('en')} logs deep`,
    ours: sql`
      select * from public.get_execution_logs_filtered(
        ${largeUser},
        p_before_created_at => (select at from pg_temp.cursor),
        p_before_seq => (select seq from pg_temp.cursor)
      )
    `,
    naive: sql`
      select * from naive.execution_logs
      where user_id = ${largeUser} order by created_at desc limit 100 offset ${depth}
    `,
    naively: 'an offset',
    target: 'at most 110 pages',
    holds: ({ ours }) => ours.buffers <= 110,
  }
}

function newLogsOfTask(): ComparedQuery {
  return {
    ...signedIn,
    name: 'The 10 logs of a task that came after one',
    ours: sql`
      select * from public.get_execution_logs_by_task(
        ${oneUser}, 'task-25', p_after_seq => (select seq from pg_temp.seen)
      )
    `,
    naive: sql`
      select * from naive.execution_logs
      where user_id = ${oneUser} and task_id = 'task-25' order by created_at limit 100
    `,
    naively: 'all 20 logs of the task again',
    target: 'at most 5 pages more than rows',
    holds: ({ ours }) => ours.buffers <= ours.rows + 5,
  }
}

function errors(): ComparedQuery {
  return {
    ...signedIn,
    name: 'The newest 50 errors of a user',
    ours: sql`
      select * from public.get_execution_logs_filtered(${oneUser}, p_log_level => 'error', p_limit => 50)
    `,
    naive: sql`
      select * from naive.execution_logs
      where user_id = ${oneUser} and log_level = 'error' order by created_at desc limit 50
    `,
    naively: 'two indexes, then a sort',
    target: 'no sort: less time than the naive form',
    holds: ({ ours, naive }) => ours.milliseconds < naive.milliseconds,
  }
}

function scan(): ComparedQuery {
  return {
    ...signedIn,
    name: 'A scan of all logs under the policy',
    setting:
      'set local enable_indexscan = off; set local enable_bitmapscan = off; set local enable_indexonlyscan = off; set local max_parallel_workers_per_gather = 0',
    ours: sql`select count(*) from public.execution_logs`,
    naive: sql`select count(*) from naive.execution_logs`,
    naively: 'auth.uid() for each row',
    target: 'at most 1/6 of the time',
    holds: ({ ours, naive }) => ours.milliseconds * 6 <= naive.milliseconds,
  }
}

function taskQueries(): ComparedQuery[] {
  return [
    {
      ...signedIn,
      name: 'The statistics of 30 days',
      ours: sql`select * from public.get_task_statistics(${oneUser})`,
      naive: sql`
        select count(*), count(*) filter (where status = 'success'), avg(duration_ms)
        from naive.task_history where user_id = ${oneUser} and created_at >= now() - interval '30 days'
      `,
      naively: 'all tasks of the user, and no favourite service',
      target: 'only rows of that window',
      holds: ({ ours, naive }) => ours.buffers < naive.buffers,
    },
    {
      ...signedIn,
      name: 'A page of 20 tasks, 20 deep',
      ours: sql`
        select * from public.get_task_history_filtered(
          ${oneUser}, p_limit => 20,
          p_before_created_at => (select at from pg_temp.task), p_before_id => (select id from pg_temp.task)
        )
      `,
      naive: sql`
        select * from naive.task_history
        where user_id = ${oneUser} order by created_at desc limit 20 offset 20
      `,
      naively: 'a sort of all tasks of the user, and an offset',
      target: 'fewer pages than the naive form',
      holds: ({ ours, naive }) => ours.buffers < naive.buffers,
    },
  ]
}

function expiringTokens(): ComparedQuery {
  return {
    role: 'service_role',
    user: oneUser,
    name: 'Tokens that expire within 5 minutes',
    ours: sql`select user_id from public.user_tokens where expires_at <= now() + interval '5 minutes'`,
    naive: sql`select user_id from naive.user_tokens where expires_at <= now() + interval '5 minutes'`,
    naively: 'no index on the time',
    target: 'fewer pages than the naive form',
    holds: ({ ours, naive }) => ours.buffers < naive.buffers,
  }
}

function storage(): ComparedQuery {
  return {
    role: 'service_role',
    user: oneUser,
    name: 'How much a user stores, in each table',
    ours: sql`select * from public.storage_of_user(${oneUser})`,
    naive: sql`
      select count(*), sum(pg_catalog.pg_column_size(l.*)) from naive.execution_logs as l
      where l.user_id::text = ${oneUser}
    `,
    naively: 'the logs alone, read whole',
    target: 'no table is read whole: at most 1/6 of the pages',
    holds: ({ ours, naive }) => ours.buffers * 6 <= naive.buffers,
  }
}
