import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { parseRunnable } from '../../../src/deploy/run/runnable-file.ts'
import { withLockWatch } from '../../../src/deploy/run/lock-watch.ts'
import { runFile } from '../../../src/deploy/run/run-file.ts'
import { defaultLimits } from '../../../src/deploy/session/session.ts'
import type { Limits } from '../../../src/deploy/session/session.ts'
import { messageOf } from '../../../src/errors.ts'
import { sendText, withSession } from '../../../src/postgres/connect.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { longer } from '../../support/sample.ts'

const db = useDatabase({ kind: 'platform', mode: 'today' })

const impatient: Limits = { ...defaultLimits, lock: 600, lockBudget: 0 }

/** What came of a file: its error, '' for none, and what was said while it waited. */
interface Ran {
  readonly error: string
  readonly said: readonly string[]
}

/** Runs a text as a file, as applying it does. */
async function run(text: string, limits: Limits = impatient, said: string[] = []): Promise<Ran> {
  const file = await parseRunnable({ text, path: 'a.sql' })
  const onConflict = (sentence: string): void => void said.push(sentence)
  const error = await withSession(db.url, async (session) =>
    withLockWatch({ url: db.url, session }, (watch) =>
      runFile(session, file, { limits, watch, onConflict, record: async () => '' }),
    ),
  ).catch(messageOf)
  return { error, said }
}

/** Reads a table again and again while `use` runs; answers the longest wait, in milliseconds. */
async function longestWait<T>(
  table: string,
  use: () => Promise<T>,
): Promise<readonly [milliseconds: number, result: T]> {
  let longest = 0
  const end = new AbortController()
  const reading = withSession(db.url, async (reader) => {
    while (!end.signal.aborted) {
      const start = performance.now()
      await sendText(reader, `select from ${table}`)
      longest = Math.max(longest, performance.now() - start)
      await sleep(50)
    }
  })
  const result = await use()
  end.abort()
  await reading
  return [longest, result]
}

/** Reads a table in a transaction that stays open until it is released, as a long report does. */
async function hold(table: string): Promise<() => Promise<void>> {
  const [held, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding = withSession(
    db.url,
    (other) =>
      other.tx(async (tx) => {
        await sendText(tx, `select from ${table}`)
        held.resolve()
        await released.promise
      }),
    { applicationName: 'report' },
  )
  await held.promise
  return async () => {
    released.resolve()
    await holding
  }
}

/** Whether somebody waits for a lock on a table. */
async function waits(table: string): Promise<boolean> {
  const rows = await db.query(sql`
    select
    from pg_catalog.pg_locks as l
    where l.relation = pg_catalog.to_regclass(${`public.${table}`}) and not l.granted
  `)
  return rows.length > 0
}

async function untilWaits(table: string): Promise<void> {
  while (!(await waits(table))) await sleep(10)
}

async function makeTables(...names: readonly string[]): Promise<void> {
  await db.text(names.map((name) => `create table public.${name} (id bigint);`).join(''))
}

describe('a file that waits for locks', { concurrent: true }, () => {
  it('keeps readers no longer from a table than a lock may take, however many it takes', async () => {
    await makeTables('one', 'two', 'three')
    const releases = [await hold('public.two'), await hold('public.three')]
    const text = `
      alter table public.one add column a int;
      select pg_sleep(1.2);
      alter table public.two add column a int;
      alter table public.three add column a int;`
    const [wait, { error }] = await longestWait('public.one', () =>
      run(text, { ...impatient, lock: 1500 }),
    )
    await Promise.all(releases.map((release) => release()))
    expect(error).toMatch(/^a\.sql:4:7: another session holds a lock that this file needs/)
    expect(wait).toBeGreaterThan(1200)
    expect(wait).toBeLessThan(2400)
  })

  it('is cancelled where one statement waits for several locks, each within the limit', async () => {
    await makeTables('first', 'second', 'third')
    const [releaseSecond, releaseThird] = [await hold('public.second'), await hold('public.third')]
    const running = run('lock table public.first, public.second, public.third;', {
      ...impatient,
      lock: 1500,
    })
    await untilWaits('second')
    await sleep(1350)
    await releaseSecond()
    const { error } = await running
    await releaseThird()
    expect(error).toMatch(
      /^a\.sql:1:1: waited for its locks longer than the limit \(--lock-timeout\), and was cancelled\n[^]*\n {2}in the way: process \d+, user postgres, application report: select, idle in transaction since .* UTC\n {2}to end it: select pg_catalog\.pg_terminate_backend\(\d+\);$/,
    )
  })

  it('is run again until its budget is spent, naming who stands in the way', async () => {
    await makeTables('busy')
    const release = await hold('public.busy')
    const text = 'alter table public.busy add column a int;'
    const said: string[] = []
    const running = run(text, { ...impatient, lock: 2000, lockBudget: 20_000 }, said)
    while (said.length === 0) await sleep(20)
    await release()
    const { error } = await running
    expect({ error, said: said.length }).toEqual({ error: '', said: 1 })
    expect(said[0]).toMatch(
      /^a\.sql:1:1: another session holds a lock that this file needs, longer than the limit \(--lock-timeout\)\.\n {2}in the way: process \d+, user postgres, application report: select, idle in transaction since .*\n {2}to end it: .*\nThe next try comes in 0\.\d s, the last one in 20\.0 s \(--lock-budget\)\.$/,
    )
    const gone = await run('drop table public.nothing;', { ...impatient, lockBudget: 5000 })
    expect(gone.said).toEqual([])
  })

  it('gives up when that is spent', async () => {
    await makeTables('held')
    const release = await hold('public.held')
    const limits = { ...impatient, lock: 100, lockBudget: 400 }
    const { error, said } = await run('drop table public.held;', limits)
    await release()
    expect(error).toMatch(/\nTried \d+ times in 0\.4 s \(--lock-budget\)\.$/)
    expect(said.length).toBeGreaterThan(0)
  })

  it('is run again when it is the victim of a deadlock', async () => {
    await makeTables('left_hand', 'right_hand')
    const text =
      'alter table public.left_hand add column a int;\nalter table public.right_hand add column a int;'
    const { error, said } = await withSession(db.url, async (other) => {
      // For sessions that begin from here on: the one that looks for a cycle first is the victim.
      await db.superuser.query([
        sql.__dangerous__rawValue(`alter database "${db.name}" set deadlock_timeout = '300ms'`),
      ])
      const ran = await other.tx(async (tx) => {
        await sendText(tx, 'lock table public.right_hand in access share mode')
        const running = run(text, { ...impatient, lock: 1500, lockBudget: 5000 })
        await untilWaits('right_hand')
        await sendText(tx, 'select from public.left_hand')
        return { running }
      })
      return ran.running
    })
    expect({ error, said: said.map((sentence) => sentence.split('\n')[0]) }).toEqual({
      error: '',
      said: ['a.sql:2:1: deadlock detected (40P01)'],
    })
  })

  it('keeps the shorter lock_timeout that it has set itself', async () => {
    await makeTables('short')
    const release = await hold('public.short')
    const text = "set local lock_timeout = '20ms'; drop table public.short;"
    const start = performance.now()
    const { error } = await run(text, { ...impatient, lock: 5000 })
    expect(performance.now() - start).toBeLessThan(2000)
    await release()
    expect(error).toMatch(/^a\.sql:1:34: another session holds a lock/)
  })

  it('waits no longer where it switches lock_timeout off, as a dump does at its head', async () => {
    await makeTables('dumped')
    const release = await hold('public.dumped')
    const { error } = await run('set lock_timeout = 0;\nreset all;\ndrop table public.dumped;')
    await release()
    expect(error).toMatch(/^a\.sql:3:1: another session holds a lock/)
  })
})

describe('a transaction of a minute in the way', longer, () => {
  it('keeps a reader waiting under 3.5 s at a time, and the file is applied after it', async () => {
    await makeTables('minute')
    const release = await hold('public.minute')
    const releasing = sleep(60_000).then(release)
    const text = 'alter table public.minute add column a int;'
    const [wait, { error, said }] = await longestWait('public.minute', () =>
      run(text, defaultLimits),
    )
    await releasing
    // oxlint-disable-next-line no-console
    console.log(`longest wait of a reader: ${wait.toFixed(0)} ms; runs: ${String(said.length + 1)}`)
    expect(error).toBe('')
    expect(wait).toBeLessThan(3500)
  }, 120_000)
})
