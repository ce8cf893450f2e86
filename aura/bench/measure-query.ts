import { sendText, sql } from '../../src/postgres/connect.ts'
import type { Queryable, SQLQuery, Session } from '../../src/postgres/connect.ts'
import { quoteName } from '../../src/sql/quote.ts'
import type { ComparedQuery, Cost, Pair } from './compared-queries.ts'
import { largeUser, oneUser } from './load.ts'

/** How often each form runs, after a first time that does not count. */
export const runs = 9

/** Notes the rows that pages begin after, in temporary tables: finding them is no part of a query's cost. */
export async function prepareCursors(session: Session, depth: number): Promise<void> {
  await session.query(sql`
    create temp table cursor as
    select created_at as at, seq from public.execution_logs
    where user_id = ${largeUser} order by created_at desc, seq desc offset ${depth} limit 1
  `)
  await session.query(sql`
    create temp table seen as
    select seq from public.execution_logs
    where user_id = ${oneUser} and task_id = 'task-25' order by seq offset 9 limit 1
  `)
  await session.query(sql`
    create temp table task as
    select created_at as at, id from public.task_history
    where user_id = ${oneUser} order by created_at desc, id desc offset 20 limit 1
  `)
  await sendText(session, 'grant select on pg_temp.cursor, pg_temp.seen, pg_temp.task to public')
}

/** Runs both forms in turn, as the role that asks; answers medians. */
export async function measurePair(session: Session, query: ComparedQuery): Promise<Pair> {
  return session.tx(async (tx) => {
    await becomeAs(tx, query.role, query.user)
    if (query.setting !== undefined) await sendText(tx, query.setting)
    await explain(tx, query.ours)
    await explain(tx, query.naive)
    const ours: Cost[] = []
    const naive: Cost[] = []
    for (let run = 0; run < runs; run += 1) {
      ours.push(await explain(tx, query.ours))
      naive.push(await explain(tx, query.naive))
    }
    return { ours: medianOf(ours), naive: medianOf(naive) }
  })
}

/** What the Data API says before a request. */
export async function becomeAs(tx: Queryable, role: string, user: string): Promise<void> {
  await sendText(tx, `set local role ${quoteName(role)}`)
  const claims = JSON.stringify({ role, sub: user })
  await tx.query(sql`select pg_catalog.set_config('request.jwt.claims', ${claims}, true)`)
}

async function explain(tx: Queryable, query: SQLQuery): Promise<Cost> {
  const [row] = await tx.query(sql`explain (analyze, buffers, timing off, format json) ${query}`)
  const [told] = row['QUERY PLAN']
  const { Plan: plan } = told
  return {
    milliseconds: Number(told['Execution Time']),
    buffers: Number(plan['Shared Hit Blocks']) + Number(plan['Shared Read Blocks']),
    rows: Number(plan['Actual Rows']),
  }
}

function medianOf(costs: readonly Cost[]): Cost {
  const median = (of: (cost: Cost) => number): number =>
    costs.map(of).toSorted((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0
  return {
    milliseconds: median(({ milliseconds }) => milliseconds),
    buffers: median(({ buffers }) => buffers),
    rows: median(({ rows }) => rows),
  }
}
