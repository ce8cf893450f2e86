import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isSQLError, withSession } from '../../../src/postgres/connect.ts'
import type { Queryable, Session } from '../../../src/postgres/connect.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { ciphertext } from '../ciphertext.ts'
import { ada, callOf } from '../scene.ts'
import type { Args } from '../scene.ts'

/** Two sessions at once: their transactions commit, and the second waits for the first one's row. */
const db = useDatabase({ kind: 'migrations', mode: 'today' })

const access = ciphertext(1, 'access')
const refresh = ciphertext(1, 'refresh')

beforeAll(async () => {
  await db.query(sql`insert into auth.users (id, email) values (${ada}, 'ada@example.com')`)
  await db.query(sql`
    insert into private.encryption_keys (version, fingerprint) values (1, repeat('1', 64))
  `)
})

beforeEach(async () => {
  await db.query(sql`truncate public.user_tokens, public.oauth_tokens, public.task_history cascade`)
})

describe('two sessions that store tokens of one user', () => {
  test('the second, without a refresh token, keeps that of the first, which was not committed yet', async () => {
    await withSession(db.url, async (first) => {
      await first.query(sql`begin`)
      await upsert(first, { p_refresh_token: refresh })
      const second = outcomeOf(
        upsert(db.owner, { p_access_token: ciphertext(1, 'second'), p_refresh_token: null }),
      )
      await untilBlocked()
      await first.query(sql`commit`)
      expect(await second).toBe('done')
      expect(await tokens()).toEqual([
        { access_token: ciphertext(1, 'second'), refresh_token: refresh },
      ])
    })
  })

  test('the second, without a refresh token, is refused when the first is rolled back', async () => {
    await withSession(db.url, async (first) => {
      await first.query(sql`begin`)
      await upsert(first, { p_refresh_token: refresh })
      const second = outcomeOf(upsert(db.owner, { p_refresh_token: null }))
      await untilBlocked()
      await first.query(sql`rollback`)
      expect(await second).toBe('22004')
      expect(await tokens()).toEqual([])
    })
  })

  test('the second, without a refresh token, is refused when the first disconnects', async () => {
    await upsert(db.owner, { p_refresh_token: refresh })
    await withSession(db.url, async (first) => {
      await first.query(sql`begin`)
      await first.query(sql`delete from public.user_tokens where user_id = ${ada}`)
      const second = outcomeOf(upsert(db.owner, { p_refresh_token: null }))
      await untilBlocked()
      await first.query(sql`commit`)
      expect(await second).toBe('22004')
      expect(await tokens()).toEqual([])
    })
  })

  test('a refresh token that the first replaced is the one that the second keeps', async () => {
    await upsert(db.owner, { p_refresh_token: refresh })
    await withSession(db.url, async (first) => {
      await first.query(sql`begin`)
      await upsert(first, { p_refresh_token: ciphertext(1, 'newer') })
      const second = outcomeOf(upsert(db.owner, { p_refresh_token: null }))
      await untilBlocked()
      await first.query(sql`commit`)
      expect(await second).toBe('done')
      expect(await tokens()).toEqual([
        { access_token: access, refresh_token: ciphertext(1, 'newer') },
      ])
    })
  })

  test('of many at once none fails, and one row is left', async () => {
    for (let round = 0; round < 5; round += 1) {
      await db.query(sql`truncate public.user_tokens, public.oauth_tokens`)
      const upserts = Array.from({ length: 6 }, async () =>
        outcomeOf(upsert(db.owner, { p_refresh_token: refresh })),
      )
      const stores = Array.from({ length: 4 }, async (_, n) =>
        outcomeOf(store(db.owner, n % 2 === 0 ? refresh : null)),
      )
      const outcomes = await Promise.all([...upserts, ...stores])
      expect(new Set(outcomes)).toEqual(new Set(['done']))
      expect(await tokens()).toHaveLength(1)
      expect(await db.query(sql`select refresh_token from public.oauth_tokens`)).toEqual([
        { refresh_token: refresh },
      ])
    }
  })
})

describe('two sessions that begin one task', () => {
  test('the second is refused when the first is committed', async () => {
    await withSession(db.url, async (first) => {
      await first.query(sql`begin`)
      await begin(first)
      const second = outcomeOf(begin(db.owner))
      await untilBlocked()
      await first.query(sql`commit`)
      expect(await second).toBe('23505')
    })
  })

  test('a document waits for its task and is refused when the task is deleted meanwhile', async () => {
    await begin(db.owner)
    await withSession(db.url, async (first) => {
      await first.query(sql`begin`)
      await first.query(sql`
        select ${callOf('delete_task_history', { p_user_id: ada, p_task_id: 't' })}
      `)
      const second = outcomeOf(
        db.owner.query(sql`
          select ${callOf('insert_generated_document', {
            p_user_id: ada,
            p_task_id: 't',
            p_document_type: 'doc',
            p_google_id: null,
            p_title: null,
          })}
        `),
      )
      await untilBlocked()
      await first.query(sql`commit`)
      expect(await second).toBe('22023')
    })
  })
})

async function upsert(session: Queryable, change: Args): Promise<unknown> {
  return session.query(sql`
    select ${callOf('upsert_user_tokens', {
      p_user_id: ada,
      p_provider: 'google',
      p_access_token: access,
      p_expires_at: '2999-01-01Z',
      p_scopes: null,
      ...change,
    })}
  `)
}

async function store(session: Queryable, refreshToken: string | null): Promise<unknown> {
  return session.query(sql`
    select ${callOf('store_google_oauth_tokens', {
      p_user_id: ada,
      p_access_token: access,
      p_refresh_token: refreshToken,
      p_expires_at: null,
      p_scopes: null,
    })}
  `)
}

async function begin(session: Session | Queryable): Promise<unknown> {
  return session.query(sql`
    select ${callOf('insert_task_history', {
      p_user_id: ada,
      p_task_id: 't',
      p_title: 'Task',
      p_status: 'running',
      p_input_prompt: 'please',
    })}
  `)
}

async function tokens(): Promise<unknown> {
  return db.query(sql`select access_token, refresh_token from public.user_tokens`)
}

/** `done`, or the code of PostgreSQL's refusal. */
async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    if (isSQLError(error)) return error.code
    throw error
  }
}

/** Waits until a session of this database waits for a lock. */
async function untilBlocked(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const waiting = await db.query(sql`
      select 1
      from pg_catalog.pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
    `)
    if (waiting.length > 0) return
    await db.query(sql`select pg_sleep(0.005)`)
  }
  throw new Error('no session waits for the other')
}
