import { randomUUID } from 'node:crypto'
import { aroundAll, describe, expect, test } from 'vitest'
import { withSession } from '../../src/postgres/connect.ts'
import type { Session } from '../../src/postgres/connect.ts'
import { sql, useDatabase } from '../support/database.ts'
import { inDebianImage } from '../support/debian-image.ts'
import { asAnon, asUser } from '../support/roles.ts'
import { decideSent, readSlot } from './row-filter.ts'
import type { Sent, WalChange } from './row-filter.ts'
import { ada, bob } from './scene.ts'
import { twoUsers } from './two-users.ts'

describe('Realtime [needs wal2json]', inDebianImage, () => {
  const db = useDatabase({ kind: 'migrations', mode: 'today' })
  const slot = `test_${randomUUID().replaceAll('-', '')}`
  let session: Session

  aroundAll(async (runTests) => {
    await db.text(twoUsers)
    await withSession(db.adminUrl, async (opened) => {
      session = opened
      await session.query(
        sql`select pg_catalog.pg_create_logical_replication_slot(${slot}, 'wal2json', true)`,
      )
      await runTests()
    })
  })

  // Attack: hear of the logs of others by a subscription.
  // Stopped by: Realtime asks the policy of the table for each subscriber; the subscription of who
  // has not signed in is refused.
  test('sends a new log to its owner with all columns, nothing to a stranger, and a refusal to who has not signed in', async () => {
    const [change] = await changesOf(`
      select public.insert_execution_log(
        '${ada}', 't', 'step 1', 'worker', 'wrote the document', 'success', '{"pages": 3}'
      )
    `)
    expect(await sentTo(change)).toEqual({
      owner: {
        record: {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          user_id: ada,
          task_id: 't',
          step_id: 'step 1',
          agent_type: 'worker',
          message: 'wrote the document',
          log_level: 'success',
          metadata: '{"pages": 3}',
          created_at: expect.any(String),
          seq: expect.any(Number),
        },
        errors: [],
      },
      stranger: undefined,
      anon: { record: {}, errors: ['Error 401: Unauthorized'] },
    })
  })

  test('sends a new status of a task to its owner alone', async () => {
    const [change] = await changesOf(
      `select public.update_task_history_status('${ada}', 't', 'success')`,
    )
    const { owner, stranger, anon } = await sentTo(change)
    expect(owner?.record).toMatchObject({ user_id: ada, task_id: 't', status: 'success' })
    expect({ stranger, anon }).toEqual({
      stranger: undefined,
      anon: { record: {}, errors: ['Error 401: Unauthorized'] },
    })
  })

  test('leaves out a column that the subscriber may not read', async () => {
    const [change] = await changesOf(`
      revoke select on table public.execution_logs from authenticated;
      grant select (id, user_id, task_id, step_id, agent_type, message, log_level, created_at, seq)
        on table public.execution_logs to authenticated;
      select public.insert_execution_log('${ada}', 't', null, 'worker', 'line', 'info', '{"secret": true}');
    `)
    const { owner } = await sentTo(change)
    await db.text('grant select on table public.execution_logs to authenticated')
    expect(change?.columns?.map(({ name }) => name)).toContain('metadata')
    expect(Object.keys(owner?.record ?? {})).toEqual([
      'id',
      'user_id',
      'task_id',
      'step_id',
      'agent_type',
      'message',
      'log_level',
      'created_at',
      'seq',
    ])
  })

  test('sends of a deleted row its key alone, and that to everybody', async () => {
    const changes = await changesOf(`select public.delete_task_history('${ada}', 't')`)
    const key = { record: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) }, errors: [] }
    expect(changes.map(({ table }) => table)).toEqual(['task_history'])
    expect(await sentTo(changes[0])).toEqual({ owner: key, stranger: key, anon: key })
  })

  /** What the slot tells of statements that the owner commits. */
  async function changesOf(statements: string): Promise<WalChange[]> {
    // A slot reads what is flushed, and servers for tests do not wait for that.
    await db.text(`set local synchronous_commit = on; ${statements}`)
    return readSlot(session, slot)
  }

  async function sentTo(
    change: WalChange | undefined,
  ): Promise<Readonly<Record<'owner' | 'stranger' | 'anon', Sent | undefined>>> {
    if (change === undefined) throw new Error('the slot tells of no change')
    return {
      owner: await asUser(db, ada, async (actor) => decideSent(change, actor)),
      stranger: await asUser(db, bob, async (actor) => decideSent(change, actor)),
      anon: await asAnon(db, async (actor) => decideSent(change, actor)),
    }
  }
})
