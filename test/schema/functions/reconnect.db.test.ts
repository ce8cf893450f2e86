import { beforeAll, describe, expect, test } from 'vitest'
import { withSession } from '../../../src/postgres/connect.ts'
import type { Queryable } from '../../../src/postgres/connect.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { randomFrom, seed } from '../random.ts'
import { ada, callOf } from '../scene.ts'
import type { Args, Row } from '../scene.ts'

/**
 * Catching up after a reconnect: the client fetches again from ten seconds before the last log that it saw, and
 * drops the ids that it has seen. Here the sessions commit, so that each sees the others' transactions end.
 */
const db = useDatabase({ kind: 'migrations', mode: 'today' })

beforeAll(async () => {
  await db.query(sql`insert into auth.users (id, email) values (${ada}, 'ada@example.com')`)
})

describe('catching up after a reconnect', () => {
  test('a log that was numbered earlier and committed later is not lost, and none comes twice', async () => {
    await withSession(db.url, async (slow) => {
      await slow.query(sql`begin`)
      const early = await write(slow, 'race', 'early')
      const late = await write(db.owner, 'race', 'late')
      const live = await fetchFrom(db.owner, 'race', {})
      expect(live.map(({ id }) => id)).toEqual([late])
      await slow.query(sql`commit`)
      const last = live[0] ?? {}

      const byNumberAlone = await logsAfter(db.owner, 'race', last['seq'])
      expect(byNumberAlone).toEqual([])

      const fetched = await fetchFrom(db.owner, 'race', last)
      const seen = new Set(live.map(({ id }) => id))
      expect(fetched.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([early])
      expect(fetched.map(({ id }) => id)).toEqual([late, early])
    })
  })

  test(`writers that overlap lose nothing for a reader who reconnects all the time (TEST_SEED=${String(seed)})`, async () => {
    const random = randomFrom(seed)
    const delays = Array.from({ length: 4 }, () =>
      Array.from({ length: 12 }, () => random.below(12)),
    )
    const seen = new Map<unknown, Row>()
    const writing = new Set(delays.keys())
    const writers = Promise.all(
      delays.map(async (list, writer) =>
        withSession(db.url, async (session) =>
          writeSlowly(session, list, `writer ${String(writer)}`),
        ).finally(() => writing.delete(writer)),
      ),
    )
    while (writing.size > 0) await catchUp(seen)
    const written = (await writers).flat()
    await catchUp(seen)
    expect(new Set(seen.keys())).toEqual(new Set(written))
    expect(written).toHaveLength(48)
  })
})

/** Each log in a transaction of its own that stays open for so many milliseconds. */
async function writeSlowly(
  session: Queryable,
  delays: readonly number[],
  message: string,
): Promise<string[]> {
  const ids: string[] = []
  for (const delay of delays) {
    await session.query(sql`begin`)
    ids.push(await write(session, 'busy', message))
    await session.query(sql`select pg_sleep(${delay / 1000}::double precision)`)
    await session.query(sql`commit`)
  }
  return ids
}

/** What a client does: fetch, drop what it has seen, keep the rest. */
async function catchUp(seen: Map<unknown, Row>): Promise<void> {
  const newest = [...seen.values()].toSorted((a, b) => (text(a) < text(b) ? 1 : -1))[0]
  const rows = await fetchFrom(db.owner, 'busy', newest ?? {})
  for (const row of rows) {
    if (!seen.has(row['id'])) seen.set(row['id'], row)
  }
}

function text(row: Row): string {
  return String(row['created_at'])
}

async function write(session: Queryable, task: string, message: string): Promise<string> {
  const [row] = await session.query(sql`
    select ${callOf('insert_execution_log', {
      p_user_id: ada,
      p_task_id: task,
      p_step_id: null,
      p_agent_type: 'worker',
      p_message: message,
    })} as id
  `)
  return row.id
}

async function fetchFrom(session: Queryable, task: string, last: Row): Promise<Row[]> {
  const since = sql`${last['created_at'] ?? null}::timestamptz - interval '10 seconds'`
  const rows = await session.query(sql`
    select pg_catalog.to_jsonb(log) as log
    from public.get_execution_logs_filtered(${ada}, p_task_id => ${task}, p_start_date => ${since}, p_limit => 1000) as log
  `)
  return rows.map(({ log }) => log)
}

async function logsAfter(session: Queryable, task: string, seq: unknown): Promise<Row[]> {
  const args: Args = { p_user_id: ada, p_task_id: task, p_after_seq: seq }
  return session.query(sql`select * from ${callOf('get_execution_logs_by_task', args)}`)
}
