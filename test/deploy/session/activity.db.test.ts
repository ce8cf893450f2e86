import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import {
  describeActivity,
  readActivities,
  readBlockers,
  terminationOf,
} from '../../../src/deploy/session/activity.ts'
import type { Activity } from '../../../src/deploy/session/activity.ts'
import { sendText, sql, withSession } from '../../../src/postgres/connect.ts'
import type { Queryable, Session } from '../../../src/postgres/connect.ts'
import { withTestDatabase } from '../../support/database.ts'

describe('who is at work', () => {
  it('is told by process, user, application, state and sort of statement, never by its text', async () => {
    await withTestDatabase({ kind: 'platform', mode: 'today' }, async ({ url }) => {
      await withSession(url, async (session) => {
        await withSession(
          url,
          async (other) => {
            const pid = await pidOf(other)
            await sendText(other, "begin; select 's3cret'")
            const [activity] = await readActivities(session, [pid, -1])
            expect(activity).toMatchObject({
              pid,
              user: 'postgres',
              application: 'the other one',
              state: 'idle in transaction',
              statement: 'begin',
            })
            await sendText(other, "alter role postgres set work_mem = '5MB'")
            const [later] = await readActivities(session, [pid])
            expect(later && describeActivity(later)).toMatch(
              /^process \d+, user postgres, application the other one: alter role, idle in transaction since 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC$/,
            )
            await sendText(other, 'rollback')
          },
          { applicationName: 'the other one' },
        )
      })
    })
  })

  it('names the sessions that another one waits for, and how to end them', async () => {
    await withTestDatabase({ kind: 'platform', mode: 'today' }, async ({ url, superuser }) => {
      await withSession(url, async (holder) => {
        await sendText(holder, 'create table public.t (id int)')
        await sendText(holder, 'begin; lock table public.t')
        await withSession(url, async (waiter) => {
          const pid = await pidOf(waiter)
          const waiting = sendText(waiter, 'alter table public.t add column a int')
          const blockers = await firstBlockers(superuser, pid)
          expect(blockers).toMatchObject([{ pid: await pidOf(holder), statement: 'begin' }])
          expect(blockers.map(terminationOf)).toEqual([
            `select pg_catalog.pg_terminate_backend(${String(await pidOf(holder))});`,
          ])
          await sendText(holder, 'rollback')
          await waiting
          expect(await readBlockers(waiter, pid)).toEqual([])
        })
      })
    })
  })
})

async function pidOf(session: Session): Promise<number> {
  const [row] = await session.query(sql`select pg_catalog.pg_backend_pid() as pid`)
  return row.pid
}

async function firstBlockers(db: Queryable, pid: number): Promise<readonly Activity[]> {
  for (let asked = 0; asked < 1000; asked += 1) {
    const found = await readBlockers(db, pid)
    if (found.length > 0) return found
    await setTimeout(5)
  }
  return []
}
