import { setTimeout as pause } from 'node:timers/promises'
import { aroundAll, describe, expect, test } from 'vitest'
import type { LogLine } from '../../client/logs.ts'
import type { Change } from '../../src/postgres/pgoutput.ts'
import { withSubscriber } from '../../src/postgres/subscriber.ts'
import type { Subscriber } from '../../src/postgres/subscriber.ts'
import { longer } from '../support/sample.ts'
import { sql, useDatabase } from '../support/database.ts'
import { ada, bob } from '../schema/scene.ts'
import { twoUsers } from '../schema/two-users.ts'
import { eventually, withFollower } from './follower.ts'
import type { Follower, FollowerOptions } from './follower.ts'
import type { Realtime } from './realtime.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })
const services = new Set<Realtime>()
let subscriber: Subscriber

aroundAll(async (runTests) => {
  await db.text(twoUsers)
  await withSubscriber(
    db.url,
    { publication: 'supabase_realtime', onChange: publish, interval: 20 },
    async (opened) => {
      subscriber = opened
      await runTests()
    },
  )
})

describe('a page that follows a log', { concurrent: true }, () => {
  test('the whole log comes first, then each line as it commits, alike in both ways', async () => {
    await write('whole', 'before')
    await withPage({ taskId: 'whole' }, async ({ messages, isLive, lines }) => {
      await isLive()
      expect(messages()).toEqual(['before'])
      await write('whole', 'after')
      await eventually(() => messages().length, 2)
      expect(messages()).toEqual(['before', 'after'])
      const { id, created_at: createdAt, seq } = lines[1] ?? {}
      expect(await logOf('whole')).toEqual(lines)
      expect({ id, createdAt, seq }).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+\+\d\d:\d\d$/),
        seq: expect.any(Number),
      })
    })
  })

  test('a line that another user writes under the same name of a task is not handed over, not even to a server', async () => {
    const server = { role: 'service_role' }
    await withPage({ taskId: 'shared', claims: server }, async ({ messages, isLive }) => {
      await isLive()
      await db.query(sql`
      insert into public.execution_logs (user_id, task_id, agent_type, message)
      values (${bob}, 'shared', 'worker', 'of Bob')
    `)
      await write('shared', 'of Ada')
      await eventually(() => messages().length, 1)
      expect(messages()).toEqual(['of Ada'])
    })
  })

  test('a name of a task may have every sign', async () => {
    const taskId = 'a, "b" (c) \\ d=eq.é'
    await withPage({ taskId }, async ({ messages, isLive }) => {
      await isLive()
      await write(taskId, 'sent')
      await eventually(() => messages().length, 1)
      expect(messages()).toEqual(['sent'])
    })
  })

  test('the id of the user may be written in capitals', async () => {
    await withPage({ taskId: 'capitals', userId: ada.toUpperCase() }, async (page) => {
      await page.isLive()
      await write('capitals', 'sent')
      await eventually(() => page.messages().length, 1)
      expect(page.messages()).toEqual(['sent'])
    })
  })

  test('lines that the page has are not handed over again', async () => {
    await write('known', 'first', 'second')
    const known = await logOf('known')
    await write('known', 'third')
    await withPage({ taskId: 'known', known }, async ({ messages, isLive }) => {
      await isLive()
      expect(messages()).toEqual(['third'])
    })
  })

  test('what commits while the connection is cut comes when it is back, by pages, in a project that gives 100 rows at most', async () => {
    await withPage({ taskId: 'cut', maxRows: 100 }, async (page) => {
      await page.isLive()
      await write('cut', 'before')
      await eventually(() => page.messages().length, 1)
      expect(page.messages()).toEqual(['before'])
      await cutWhile(page, async () => write('cut', ...numbered(250)))
      expect(page.messages()).toEqual(['before', ...numbered(250)])
      await write('cut', 'after')
      await eventually(() => page.messages().at(-1), 'after')
      expect(page.states).toEqual(['live', 'waiting: socket closed: 1006', 'live'])
    })
  })

  test('a line that arrives before an answer is held back until then, and one that both bring comes once', async () => {
    await write('held', 'before')
    const gate = Promise.withResolvers<undefined>()
    const hasRead = Promise.withResolvers<undefined>()
    const beforeAnswer = async (): Promise<void> => {
      hasRead.resolve(undefined)
      await gate.promise
    }
    await withPage({ taskId: 'held', beforeAnswer }, async ({ messages, isLive, realtime }) => {
      await hasRead.promise
      await write('held', 'meanwhile')
      await subscriber.catchUp()
      realtime.publish(insertOf((await logOf('held')).slice(0, 1)))
      expect(messages()).toEqual([])
      gate.resolve(undefined)
      await isLive()
      expect(messages()).toEqual(['before', 'meanwhile'])
    })
  })

  test('a line of a transaction of 9 s that commits during a cut comes; one of 11 s is beyond the limit', async () => {
    await withPage({ taskId: 'late' }, async (page) => {
      await page.isLive()
      await write('late', 'seen')
      await eventually(() => page.messages().length, 1)
      expect(page.messages()).toEqual(['seen'])
      // What such transactions leave: a line that is older than when it can be seen first.
      await cutWhile(page, async () => {
        await db.text(`
        insert into public.execution_logs (user_id, task_id, agent_type, message, created_at)
        values
          ('${ada}', 'late', 'worker', 'after 9 s', clock_timestamp() - interval '9 s'),
          ('${ada}', 'late', 'worker', 'after 11 s', clock_timestamp() - interval '11 s')
      `)
      })
      expect(page.messages()).toEqual(['seen', 'after 9 s'])
      // While nothing is cut, no time is too long.
      await db.text(`
      insert into public.execution_logs (user_id, task_id, agent_type, message, created_at)
      values ('${ada}', 'late', 'worker', 'after an hour', clock_timestamp() - interval '1 h')
    `)
      await eventually(() => page.messages().length, 3)
      expect(page.messages()).toEqual(['seen', 'after 9 s', 'after an hour'])
    })
  })

  test('ids are remembered for ten minutes of the log, and no longer', async () => {
    await withPage({ taskId: 'memory' }, async ({ messages, isLive, realtime }) => {
      await isLive()
      for (const minute of [0, 1, 5, 0, 10, 1, 12, 5, 0]) realtime.publish(lineAt('memory', minute))
      // At minute 12 what is older than minute 2 was forgotten: only so is the last one taken for new.
      await eventually(() => messages().length, 6)
      expect(messages()).toEqual(['0', '1', '5', '10', '12', '0'])
    })
  })

  test('a row that comes in parts is fetched whole', async () => {
    await withPage({ taskId: 'parts' }, async ({ messages, isLive, realtime }) => {
      await isLive()
      services.delete(realtime)
      await write('parts', 'too large')
      realtime.publish(insertOf(await logOf('parts')), ['Error 413: Payload Too Large'])
      await eventually(() => messages().length, 1)
      expect(messages()).toEqual(['too large'])
    })
  })

  test('a request that fails is made again, with the reason; what arrived in the meantime is not lost', async () => {
    let isBroken = true
    const onRequest = (): void => {
      if (isBroken) throw new TypeError('no network')
    }
    await withPage({ taskId: 'broken', onRequest }, async ({ messages, states, isLive }) => {
      await eventually(() => states, ['waiting: TypeError: no network'])
      await write('broken', 'meanwhile')
      isBroken = false
      await isLive()
      expect(messages()).toEqual(['meanwhile'])
    })
  })

  test('somebody who may not read the log is told so, and gets nothing', async () => {
    await write('refused', 'secret')
    const anon = { role: 'anon' }
    await withPage({ taskId: 'refused', claims: anon }, async ({ lines, states }) => {
      await eventually(() => states, [expect.stringContaining('permission denied')])
      expect(lines).toEqual([])
    })
  })

  test('a join that is refused, and a channel that the service closes or whose changes fail, go on by themselves', async () => {
    await withPage({ taskId: 'states' }, async (page) => {
      await page.isLive()
      page.realtime.answerJoins('error')
      page.realtime.cut()
      page.realtime.restore()
      await eventually(() => page.states.at(-1), 'waiting: refused for the test')
      await write('states', 'while refused')
      page.realtime.answerJoins('ok')
      await page.isLive()

      page.realtime.closeChannels()
      await eventually(() => page.states.at(-1), 'waiting: CLOSED')
      await write('states', 'while closed')
      await page.isLive()

      page.realtime.saySystem('error', 'the slot is gone')
      await eventually(() => page.states.at(-1), 'waiting: the slot is gone')
      await write('states', 'without a slot')
      await subscriber.catchUp()
      await pause(100)
      expect(page.messages()).toEqual(['while refused', 'while closed'])
      page.realtime.saySystem('ok', 'Subscribed to PostgreSQL')
      await page.isLive()
      expect(page.messages()).toEqual(['while refused', 'while closed', 'without a slot'])
    })
  })

  test.skipIf(longer.skip)('a join without an answer is made again after its time', async () => {
    await withPage({ taskId: 'silent' }, async ({ realtime, states, messages, isLive }) => {
      await isLive()
      realtime.answerJoins('nothing')
      realtime.cut()
      realtime.restore()
      await eventually(() => states.at(-1), 'waiting: TIMED_OUT')
      await write('silent', 'meanwhile')
      realtime.answerJoins('ok')
      await isLive()
      expect(messages()).toEqual(['meanwhile'])
    })
  })

  test.skipIf(longer.skip)(
    'a request without an answer is made again after half a minute',
    async () => {
      let asked = 0
      const beforeAnswer = async (): Promise<void> => {
        asked += 1
        if (asked === 1) await new Promise(() => undefined)
      }
      await withPage({ taskId: 'slow', beforeAnswer }, async ({ states, isLive }) => {
        await eventually(() => states.length, 1)
        await isLive()
        expect(states).toEqual([expect.stringContaining('timeout'), 'live'])
      })
    },
  )

  test('a page that is cut while it catches up is not live, whatever answer still comes', async () => {
    const gate = Promise.withResolvers<undefined>()
    const hasRead = Promise.withResolvers<undefined>()
    const beforeAnswer = async (): Promise<void> => {
      hasRead.resolve(undefined)
      await gate.promise
    }
    await withPage(
      { taskId: 'late answer', beforeAnswer },
      async ({ realtime, states, isLive }) => {
        await hasRead.promise
        realtime.cut()
        gate.resolve(undefined)
        await pause(100)
        expect(states).toEqual([expect.stringContaining('waiting')])
        realtime.restore()
        await isLive()
      },
    )
  })

  test('the service is asked to wait until changes arrive, for inserts of the task alone', async () => {
    await withPage({ taskId: 'asked' }, async ({ realtime, isLive }) => {
      await isLive()
      expect(realtime.joins()).toEqual([
        expect.objectContaining({
          postgres_changes: [
            {
              event: 'INSERT',
              schema: 'public',
              table: 'execution_logs',
              filter: 'task_id=eq.asked',
            },
          ],
          postgres_changes_options: { wait: true },
        }),
      ])
    })
  })

  test('a page that ends is told nothing more: neither a line nor an answer that is on its way', async () => {
    let live: Follower | undefined
    await withPage({ taskId: 'on its way' }, async (page) => {
      live = page
      await page.isLive()
      page.realtime.publish(lineAt('on its way', 1))
    })
    const gate = Promise.withResolvers<undefined>()
    const hasRead = Promise.withResolvers<undefined>()
    const beforeAnswer = async (): Promise<void> => {
      hasRead.resolve(undefined)
      await gate.promise
    }
    let early: Follower | undefined
    await withPage({ taskId: 'on its way', beforeAnswer }, async (page) => {
      early = page
      await hasRead.promise
    })
    gate.resolve(undefined)
    await pause(100)
    expect({ live, early }).toMatchObject({
      live: { lines: [], states: ['live'] },
      early: { lines: [], states: [] },
    })
  })

  test('after its end a page gets nothing more, and opens no channel', async () => {
    let page: Follower | undefined
    await withPage({ taskId: 'end' }, async (opened) => {
      page = opened
      await opened.isLive()
      opened.realtime.closeChannels()
      await eventually(() => opened.states.at(-1), 'waiting: CLOSED')
    })
    page?.realtime.publish(lineAt('end', 1))
    await pause(1500)
    expect({ ...page, joins: page?.realtime.joins().length }).toMatchObject({
      states: ['live', 'waiting: CLOSED'],
      lines: [],
      joins: 1,
    })
  })
})

async function withPage<T>(
  options: Omit<FollowerOptions, 'db' | 'services'>,
  use: (page: Follower) => Promise<T>,
): Promise<T> {
  return withFollower({ db: db.owner, services, ...options }, use)
}

function publish(change: Change): void {
  for (const service of services) service.publish(change)
}

/** Writes lines as their owner, in one transaction. */
async function write(taskId: string, ...messages: readonly string[]): Promise<void> {
  await db.query(sql`
    insert into public.execution_logs (user_id, task_id, agent_type, message, metadata)
    select ${ada}, ${taskId}, 'worker', message, '{"pages": 3}' from pg_catalog.unnest(${messages}::text[]) as message
  `)
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `line ${String(index)}`)
}

/** Cuts the connection, and comes back when the page has caught up again. */
async function cutWhile(page: Follower, use: () => Promise<void>): Promise<void> {
  page.realtime.cut()
  await use()
  await subscriber.catchUp()
  page.realtime.restore()
  await page.isLive()
}

/** The last of some lines, as the subscriber hears of it. */
function insertOf(lines: readonly LogLine[]): Change {
  const { metadata, seq, step_id: _, ...texts } = lines.at(-1) ?? lineOf('none', 0)
  const row = { ...texts, user_id: ada, metadata: JSON.stringify(metadata), seq: String(seq) }
  return { kind: 'insert', table: 'public.execution_logs', row }
}

/** A line that no table has, written at a minute of an hour long ago. */
function lineAt(taskId: string, minute: number): Change {
  return insertOf([lineOf(taskId, minute)])
}

function lineOf(taskId: string, minute: number): LogLine {
  const digits = String(minute).padStart(2, '0')
  return {
    id: `00000000-0000-4000-8000-0000000000${digits}`,
    task_id: taskId,
    step_id: null,
    agent_type: 'worker',
    message: String(minute),
    log_level: 'info',
    metadata: null,
    created_at: `2020-01-01T10:${digits}:00+00:00`,
    seq: minute,
  }
}

/** The log as the Data API has it. */
async function logOf(taskId: string): Promise<LogLine[]> {
  const rows: { readonly line: LogLine }[] = await db.owner.query(sql`
    select pg_catalog.to_jsonb(log) - 'user_id' as line
    from public.execution_logs as log
    where task_id = ${taskId} and user_id = ${ada}
    order by seq
  `)
  return rows.map(({ line }) => line)
}
