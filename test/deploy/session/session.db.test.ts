import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../../src/commands/apply.ts'
import { runFile } from '../../../src/deploy/run/run-file.ts'
import { runSteps } from '../../../src/deploy/run/run-steps.ts'
import { parseRunnable } from '../../../src/deploy/run/runnable-file.ts'
import type { RunnableFile } from '../../../src/deploy/run/runnable-file.ts'
import { whileKeptAlive } from '../../../src/deploy/session/keep-alive.ts'
import { defaultLimits, limitSession } from '../../../src/deploy/session/session.ts'
import { messageOf } from '../../../src/errors.ts'
import { sendText, sql, withSession } from '../../../src/postgres/connect.ts'
import type { Queryable, Session } from '../../../src/postgres/connect.ts'
import { withLockedTarget, withTarget } from '../../../src/targets/target.ts'
import { useDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/database.ts'
import { withSmallWorld } from '../../support/small-project.ts'
import { usual } from '../../support/target.ts'

const shared = useDatabase({ kind: 'empty' })

describe('a session', () => {
  it('ends when nobody asks anything any more, and waits for locks no longer than a file', async () => {
    await withSmallWorld(async ({ context }) => {
      const settings = await withTarget(context, 'test', async ({ session }) => readLimits(session))
      const expected = {
        client_connection_check_interval: '500',
        idle_in_transaction_session_timeout: '60000',
        idle_session_timeout: '60000',
        lock_timeout: '3000',
        statement_timeout: '0',
        tcp_keepalives_count: '3',
        tcp_keepalives_idle: '10',
        tcp_keepalives_interval: '10',
        tcp_user_timeout: '40000',
        transaction_timeout: '0',
      }
      const known = Object.entries(expected).filter(([name]) => name in settings)
      expect(settings).toEqual(Object.fromEntries(known))
      expect(known.length).toBeGreaterThan(8)
    })
  })

  it('is not cut short by limits that the role has', async () => {
    await withSmallWorld(async ({ context, db, project, seal }) => {
      await setForOwner(db, 'statement_timeout = 100')
      if (db.serverVersion >= 170_000) await setForOwner(db, 'transaction_timeout = 150')
      await project.write(
        'migrations/002_bodies.sql',
        'select pg_catalog.pg_sleep(0.3); alter table public.notes add column body text;',
      )
      await seal()
      expect(await applyCommand(context, usual)).toMatchObject({ current: '002' })
    })
  })

  it('waits for the history no longer than for another lock, and says what to do', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, { ...usual, version: '001' })
      await withSession(db.url, async (other) => {
        await sendText(other, 'begin; lock table atlas_schema_revisions.atlas_schema_revisions')
        const limits = { ...defaultLimits, lock: 50 }
        expect(await applyCommand(context, { ...usual, limits }).catch(messageOf)).toMatch(
          /canceling statement due to lock timeout \(55P03\)\. Another session holds a lock on it\./,
        )
      })
    })
  })

  it('that stands still is ended by the server, unless it is kept alive', async () => {
    const limits = { ...defaultLimits, idle: 150 }
    const keep = async (): Promise<unknown> =>
      withSession(shared.url, async (session) => {
        await limitSession(session, limits)
        return whileKeptAlive(session, async () => standStill(session), 40)
      })
    const forget = async (): Promise<unknown> =>
      withSession(shared.url, async (session) => {
        await limitSession(session, limits)
        return standStill(session)
      })
    const [kept, forgotten] = await Promise.all([keep(), forget().catch(messageOf)])
    expect(kept).toEqual([{ one: 1 }])
    expect(forgotten).toMatch(
      /: the server closed the connection: nothing was asked for longer than idle_session_timeout\. Did this process or the network stand still\? Run the same command again\.$/,
    )
  })

  it('that ends while it is kept alive is told when the work is done, not as a success', async () => {
    const told = withSession(shared.url, async (session) =>
      whileKeptAlive(
        session,
        async () => {
          const [{ pid }] = await session.query(sql`select pg_catalog.pg_backend_pid() as pid`)
          await shared.superuser.query(sql`select pg_catalog.pg_terminate_backend(${pid})`)
          await setTimeout(150)
          return 'done'
        },
        20,
      ),
    )
    expect(await told.catch(messageOf)).toMatch(
      /the server closed the connection: it was shut down/,
    )
  })

  it('that stands still between two files loses the lock to the next deployer', async () => {
    await withSmallWorld(async ({ context }) => {
      const limits = { ...defaultLimits, idle: 100 }
      const frozen = withLockedTarget(
        context,
        { environment: 'test', lockWait: 0, limits },
        async ({ session }) => {
          const next = await applyCommand(context, { ...usual, lockWait: 10_000 })
          return [next.current, await session.query(sql`select 1`).catch(messageOf)]
        },
      )
      expect(await frozen).toEqual([
        '002',
        expect.stringContaining('terminating connection due to idle-session timeout'),
      ])
    })
  })

  it('has its limits behind the statements of a file, whatever they have set', async () => {
    await withSession(shared.url, async (session) => {
      await limitSession(session)
      const limits = await readLimits(session)
      const seen: unknown[] = []
      const look = async (db: Queryable): Promise<void> => void seen.push(await readLimits(db))
      const around = async (tx: Queryable, send: () => Promise<void>): Promise<void> => {
        await send()
        await look(tx)
      }
      await runFile(session, await unlimitedFile(''), { ...forFile, around, record: look })
      await look(session)
      expect(seen).toEqual([limits, limits, limits])
    })
  })

  it('has them behind a file without a transaction too', async () => {
    await withSession(shared.url, async (session) => {
      await limitSession(session)
      const limits = await readLimits(session)
      const file = await unlimitedFile('-- atlas:txmode none\n\n')
      await runSteps(session, file, { ...forFile, done: 0, inDoubt: false, records: unwritten })
      expect(await readLimits(session)).toEqual(limits)
    })
  })

  it('keeps its socket alive, so that what lies between does not forget it', async () => {
    const timers = await withSession(shared.url, async (session) => {
      await session.query(sql`select 1`)
      return timersOf(new URL(shared.url).port)
    })
    // Only Linux shows them; 02 is a timer for keepalive.
    expect(timers ?? ['02']).toContain('02')
  })

  it('is kept alive through a transaction of its own', async () => {
    const rows = await withSession(shared.url, async (session) =>
      whileKeptAlive(
        session,
        async () =>
          session.tx(async (tx) => {
            await setTimeout(60)
            return tx.query(sql`select 1 as one`)
          }),
        10,
      ),
    )
    expect(rows).toEqual([{ one: 1 }])
  })
})

/** A file that lifts the limits of its session. */
async function unlimitedFile(head: string): Promise<RunnableFile> {
  const text = `${head}set idle_session_timeout = 0;\nset idle_in_transaction_session_timeout = 0;\n`
  return parseRunnable({ text, path: 'a.sql' })
}

const forFile = {
  limits: defaultLimits,
  work: { verb: 'apply', file: '001_a', index: 1, count: 1 },
} as const

const nothing = async (): Promise<void> => undefined
const unwritten = { begin: nothing, end: nothing, finish: nothing, fail: nothing }

/** Which timers run for the sockets to a port; undefined where the system does not show them. */
async function timersOf(port: string): Promise<string[] | undefined> {
  const table = await readFile('/proc/net/tcp', 'utf8').catch(() => undefined)
  const remote = `:${Number(port).toString(16).toUpperCase().padStart(4, '0')}`
  return table
    ?.split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , to = '']) => to.endsWith(remote))
    .map(([, , , , , timer = '']) => timer.slice(0, 2))
}

async function standStill(session: Session): Promise<unknown> {
  await setTimeout(450)
  return session.query(sql`select 1 as one`)
}

async function setForOwner(db: TestDatabase, setting: string): Promise<void> {
  await sendText(db.superuser, `alter role postgres in database "${db.name}" set ${setting}`)
}

async function readLimits(db: Queryable): Promise<Readonly<Record<string, string>>> {
  const rows: readonly { readonly name: string; readonly setting: string }[] = await db.query(sql`
      select s.name, s.setting
      from pg_catalog.pg_settings as s
      where
        s.name ~ '^tcp_|_timeout$|^client_connection_check'
        and s.name not in ('authentication_timeout', 'deadlock_timeout', 'idle_replication_slot_timeout', 'wal_receiver_timeout', 'wal_sender_timeout')
        and s.name !~ 'archive|checkpoint'
      order by 1
    `)
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
}
