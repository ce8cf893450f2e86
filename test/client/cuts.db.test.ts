import { setTimeout as pause } from 'node:timers/promises'
import { aroundAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../src/postgres/connect.ts'
import type { Queryable, Transaction } from '../../src/postgres/connect.ts'
import type { Change } from '../../src/postgres/pgoutput.ts'
import { withSubscriber } from '../../src/postgres/subscriber.ts'
import type { Subscriber } from '../../src/postgres/subscriber.ts'
import { randomFrom, seed } from '../schema/random.ts'
import type { Random } from '../schema/random.ts'
import { ada } from '../schema/scene.ts'
import { twoUsers } from '../schema/two-users.ts'
import { sql, useDatabase } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { eventually, withFollower } from './follower.ts'
import type { Follower } from './follower.ts'
import type { Realtime } from './realtime.ts'

/** In milliseconds. The share that always runs has shorter transactions; none is made to look longer than it is. */
const size = longer.skip
  ? { pages: 4, cuts: 2, longestTransaction: 2500, longestCut: 900 }
  : { pages: 20, cuts: 5, longestTransaction: 9000, longestCut: 6000 }

const writers = 16

const db = useDatabase({ kind: 'migrations', mode: 'today' })
const services = new Set<Realtime>()
let subscriber: Subscriber
let pool: Queryable

aroundAll(async (runTests) => {
  await db.text(twoUsers)
  await withDatabase(
    db.url,
    async (opened) => {
      pool = opened
      await withSubscriber(
        db.url,
        { publication: 'supabase_realtime', onChange: publish, interval: 20 },
        async (listening) => {
          subscriber = listening
          await runTests()
        },
      )
    },
    { poolSize: writers + 10 },
  )
})

function publish(change: Change): void {
  for (const service of services) service.publish(change)
}

describe('pages whose connections are cut', { concurrent: true }, () => {
  test(`${String(size.pages * size.cuts)} cuts at random moments lose and repeat nothing, while transactions of up to ${String(size.longestTransaction / 1000)} s commit out of order (TEST_SEED=${String(seed)})`, async () => {
    const barrier = Promise.withResolvers<undefined>()
    const end = new AbortController()
    const writing = Array.from({ length: writers }, async (_, index) =>
      writeUntil(end.signal, randomFrom(seed + index)),
    )
    const written = barrier.promise.then(async () => {
      end.abort()
      await Promise.all(writing)
      await subscriber.catchUp()
    })
    let cutting = size.pages
    const pages = await Promise.all(
      Array.from({ length: size.pages }, async (_, index) =>
        withPage('cuts', async (page) => {
          await cutAgainAndAgain(page, randomFrom(seed + writers + index))
          cutting -= 1
          if (cutting === 0) barrier.resolve(undefined)
          await written
          await page.isLive()
          // What a message may still need on its way.
          await pause(500)
          return { ids: page.lines.map(({ id }) => id).toSorted(), late: page.countLate() }
        }),
      ),
    )
    const rows = await db.query(
      sql`select id from public.execution_logs where task_id = 'cuts' order by id`,
    )
    const all = rows.map(({ id }) => id)
    expect(pages.map(({ ids }) => ids)).toEqual(pages.map(() => all))
    // Else no transaction was open when a connection was cut, and the test would show nothing.
    expect(pages.reduce((sum, { late }) => sum + late, 0)).toBeGreaterThan(0)
  })

  test.skipIf(longer.skip)(
    'a line comes whose transaction took 9 s and ended during a cut; one of 11 s is beyond the limit',
    async () => {
      await withPage('limit', async (page) => {
        await page.isLive()
        const open = [
          writeFor('took 11 s', 11_000),
          pause(2000).then(async () => writeFor('took 9 s', 9000)),
        ]
        // The newest line that the page has is younger than the first by more than 10 s, and than the second by less.
        await pause(10_500)
        await writeLine(pool, 'limit', 'seen')
        await eventually(page.messages, ['seen'])
        page.realtime.cut()
        await Promise.all(open)
        await subscriber.catchUp()
        page.realtime.restore()
        await page.isLive()
        expect(page.messages()).toEqual(['seen', 'took 9 s'])
      })
    },
  )
})

/** A transaction that writes a line at its beginning and ends after some milliseconds. */
async function writeFor(message: string, milliseconds: number): Promise<void> {
  await pool.tx(async (tx) => {
    await writeLine(tx, 'limit', message)
    await pause(milliseconds)
  })
}

/** Transactions one after the other, each with lines at several moments; one in ten is rolled back. */
async function writeUntil(end: AbortSignal, { below }: Random): Promise<void> {
  while (!end.aborted) {
    const undo = new Error('undo')
    await pool
      .tx(async (tx) => {
        const begin = performance.now()
        const [parts, length] = [1 + below(3), below(size.longestTransaction)]
        for (let part = 1; part <= parts; part += 1) {
          await writeLine(tx, 'cuts', 'at random')
          await pause(Math.max(0, begin + (length * part) / parts - performance.now()))
        }
        // A machine that is too busy must not make a transaction longer than the test says.
        const isTooLong = performance.now() - begin > size.longestTransaction + 500
        if (isTooLong || below(10) === 0) throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    await pause(below(200))
  }
}

async function writeLine(
  to: Queryable | Transaction,
  taskId: string,
  message: string,
): Promise<void> {
  await to.query(sql`
    insert into public.execution_logs (user_id, task_id, agent_type, message)
    values (${ada}, ${taskId}, 'worker', ${message})
  `)
}

/** A connection is cut while it is live, while it joins and while pages are fetched. */
async function cutAgainAndAgain(page: Follower, { below, pick }: Random): Promise<void> {
  // A page without lines has nothing that others could be older than.
  await eventually(() => page.lines.length > 5, true)
  for (let cut = 0; cut < size.cuts; cut += 1) {
    await pause(below(pick([20, 100, 1500])))
    page.realtime.cut()
    await pause(300 + below(size.longestCut - 300))
    page.realtime.restore()
  }
}

async function withPage<T>(taskId: string, use: (page: Follower) => Promise<T>): Promise<T> {
  return withFollower({ db: pool, services, taskId }, use)
}
