import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { messageOf } from '../../../src/errors.ts'
import {
  askedAgain,
  sendText,
  sql,
  withDatabase,
  withSession,
} from '../../../src/postgres/connect.ts'
import type { Queryable } from '../../../src/postgres/connect.ts'
import { useDatabase } from '../../support/database.ts'
import { withListener } from '../../support/listeners.ts'

const db = useDatabase({ kind: 'empty' })

const pid = sql`select pg_catalog.pg_backend_pid() as pid`
const insert = (a: number): ReturnType<typeof sql> => sql`insert into public.t values (${a})`
const values = sql`select a from public.t order by a`

async function inTable<T>(use: (pool: Queryable) => Promise<T>): Promise<T> {
  return withDatabase(db.url, async (pool) => {
    await sendText(pool, 'drop table if exists public.t; create table public.t (a integer)')
    return use(pool)
  })
}

describe('a transaction', () => {
  it('is kept when it comes back, and undone when it throws, with savepoints within', async () => {
    await inTable(async (pool) => {
      await pool.tx(async (tx) => {
        await tx.query(insert(1))
        await tx.tx(async (inner) => inner.query(insert(2)))
        await expect(
          tx.tx(async (inner) => {
            await inner.query(insert(3))
            await inner.tx(async (innermost) => innermost.query(sql`select 1 / 0`))
          }),
        ).rejects.toThrow('division by zero')
        await tx.query(insert(4))
      })
      await expect(
        pool.tx(async (tx) => {
          await tx.query(insert(5))
          throw new Error('enough')
        }),
      ).rejects.toThrow('enough')
      expect(await pool.query(values)).toEqual([{ a: 1 }, { a: 2 }, { a: 4 }])
    })
  })

  it('has the queries that nobody waited for, and takes none after its end', async () => {
    await inTable(async (pool) => {
      const left: Queryable[] = []
      await pool.tx(async (tx) => {
        left.push(tx)
        void tx.query(sql`insert into public.t select 1 from pg_catalog.pg_sleep(0.1)`)
        await Promise.resolve()
      })
      expect(await pool.query(values)).toEqual([{ a: 1 }])
      await expect(left[0]?.query(insert(2))).rejects.toThrow('used after its end')
    })
  })

  it('is what several queries at once are', async () => {
    await inTable(async (pool) => {
      await expect(pool.query([insert(1), sql`select 1 / 0`])).rejects.toThrow('division by zero')
      expect(await pool.query([insert(2), values])).toEqual([[], [{ a: 2 }]])
    })
  })
})

describe('a session', () => {
  it('answers in the order in which it was asked, a transaction as a whole', async () => {
    await inTable(async (pool) =>
      pool.task(async (session) => {
        const answers = await Promise.all([
          session.tx(async (tx) => {
            await tx.query(insert(1))
            await pause(50)
            return tx.query(values)
          }),
          session.query(insert(2)),
          session.query(values),
        ])
        expect(answers).toEqual([[{ a: 1 }], [], [{ a: 1 }, { a: 2 }]])
      }),
    )
  })

  it('that was ended while nothing was asked says what ended it', async () => {
    const told = await withSession(db.url, async (session) => {
      await end(session)
      return session.query(pid)
    }).catch(messageOf)
    expect(told).toMatch(
      /^[^ ]+: the server closed the connection: it was shut down, or an administrator ended the session\./,
    )
  })

  it('has numbers for bigint, and texts as they are written', async () => {
    await withSession(db.url, async (session) => {
      const rows = await session.query(
        sql`select 9007199254740991::bigint as a, ${'b'} as b, '
   c' as c, 1 as ${sql.ident('d"')}`,
      )
      expect(rows).toEqual([{ a: 9007199254740991, b: 'b', c: '\n   c', 'd"': 1 }])
    })
  })
})

describe('a database', () => {
  it('opens as many connections as it may, and the others wait', async () => {
    const pids = await withDatabase(
      db.url,
      async (pool) => {
        const slow = sql`select pg_catalog.pg_backend_pid() as pid from pg_catalog.pg_sleep(0.05)`
        return Promise.all(Array.from({ length: 7 }, async () => pool.query(slow)))
      },
      { poolSize: 3 },
    )
    expect(new Set(pids.map(([row]) => String(row.pid))).size).toBe(3)
  })

  it('takes another connection where one was ended while nothing was asked', async () => {
    await withDatabase(
      db.url,
      async (pool) => {
        const [before] = await pool.query(pid)
        await withSession(db.url, async (other) =>
          other.query(sql`select pg_catalog.pg_terminate_backend(${before.pid}, 5000)`),
        )
        await pause(50)
        const [after] = await pool.query(pid)
        expect(after.pid).not.toBe(before.pid)
      },
      { poolSize: 1 },
    )
  })

  it('keeps the plans of long queries where that is asked for, and those alone', async () => {
    const padding = `-- ${'x'.repeat(1000)}\n`
    const long = sql.__dangerous__rawValue(`${padding} select 1 as a`)
    const prepared = sql`
      select s.name, s.statement like '-- xxx%' as long, s.generic_plans::integer as plans
      from pg_catalog.pg_prepared_statements as s
    `
    const ask = async (pool: Queryable): Promise<unknown> => {
      for (let count = 0; count < 3; count += 1)
        expect(await pool.tx(async (tx) => askedAgain(tx).query(long))).toEqual([{ a: 1 }])
      await sendText(pool, `${padding} select 1; select 2`)
      return pool.query(prepared)
    }
    const one = { poolSize: 1 } as const
    expect(await withDatabase(db.url, ask, { ...one, keepsPlans: true })).toEqual([
      { name: 'kept_0', long: true, plans: 3 },
    ])
    expect(await withDatabase(db.url, ask, one)).toEqual([])
  })

  it('takes another connection after an error', async () => {
    await withDatabase(
      db.url,
      async (pool) => {
        const before = await pool.query(sql`show search_path`)
        await expect(
          pool.task(async (session) => {
            await session.query(sql`set search_path = nowhere`)
            await session.query(sql`select 1 / 0`)
          }),
        ).rejects.toThrow('division by zero')
        expect(await pool.query(sql`show search_path`)).toEqual(before)
      },
      { poolSize: 1 },
    )
  })
})

/** Ends the session from another one, and waits until this process has heard of it. */
async function end(session: Queryable): Promise<void> {
  const [{ pid: own }] = await session.query(pid)
  await withSession(db.url, async (other) =>
    other.query(sql`select pg_catalog.pg_terminate_backend(${own}, 5000)`),
  )
  await pause(50)
}

it('a session that is ended in the message in which it is said to be ready is told of, and ends no process', async () => {
  await withListener(
    (socket) => {
      socket.on('data', () => {
        const fatal = 'SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'
        const ready = [message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))]
        socket.end(Buffer.concat([...ready, message('E', Buffer.from(fatal))]))
      })
    },
    async (port) => {
      const url = `postgresql://u@127.0.0.1:${String(port)}/d`
      const told = withSession(url, async (session) => session.query(pid))
      await expect(told).rejects.toThrow('the server closed the connection: it was shut down')
    },
  )
})

/** A message of PostgreSQL's protocol. */
function message(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(kind), length, body])
}
