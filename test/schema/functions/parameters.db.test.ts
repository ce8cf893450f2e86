import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { calls } from './calls.ts'
import { ada, callOf, withScene } from '../scene.ts'
import type { Scene } from '../scene.ts'
import { signatures } from './signatures.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

test('every function has its call here', () => {
  expect(Object.keys(calls).toSorted()).toEqual(signatures.map(({ name }) => name).toSorted())
})

describe('what must be there', () => {
  const needs = Object.entries(calls).flatMap(([name, { needed }]) =>
    needed.map((parameter) => ({ name, parameter })),
  )

  test.each(needs)('$name names $parameter when it is NULL', async ({ name, parameter }) => {
    await withTask(async (scene) => {
      await scene.asServer()
      const args = calls[name]?.args ?? {}
      expect(await scene.attempt(sql`select ${callOf(name, args)}`)).toMatchObject({ kind: 'done' })
      expect(await scene.refusal(name, { ...args, [parameter]: null })).toMatchObject({
        code: '22004',
        message: expect.stringContaining(parameter),
      })
    })
  })
})

describe('functions that only read', () => {
  const readers = signatures.filter(({ volatility }) => volatility === 'stable')

  test.each(readers)(
    '$name runs in a read-only transaction, as the Data API serves GET',
    async ({ name }) => {
      await withTask(async (scene) => {
        await scene.asServer()
        await scene.text('set local transaction_read_only = on')
        const call = callOf(name, calls[name]?.args ?? {})
        expect(await scene.attempt(sql`select ${call}`)).toMatchObject({ kind: 'done' })
      })
    },
  )
})

describe('days', () => {
  const days = [
    ['delete_old_execution_logs', 'p_days_old'],
    ['get_task_statistics', 'p_days'],
    ['get_document_statistics', 'p_days'],
    ['private.purge_execution_logs', 'p_days_old'],
  ] as const

  test.each(days)('%s takes 1 to 36,500 as %s', async (name, parameter) => {
    await withScene(db, async (scene) => {
      const args = calls[name]?.args ?? {}
      if (!name.startsWith('private.')) await scene.asServer()
      for (const taken of [null, 1, 36_500]) {
        await scene.value(name, { ...args, [parameter]: taken })
      }
      for (const refused of [0, -1, 36_501, 2_147_483_647]) {
        expect(await scene.refusal(name, { ...args, [parameter]: refused })).toMatchObject({
          code: '22023',
          message: expect.stringContaining(parameter),
        })
      }
    })
  })
})

describe('p_batch', () => {
  test('purge_execution_logs wants 1 at least, deletes 10,000 by default and 100,000 at most', async () => {
    await withScene(db, async (scene) => {
      // Without foreign key and indexes, which it does not use, the rows come quickly.
      await scene.text(`
        alter table public.execution_logs drop constraint execution_logs_user_id_fkey;
        drop index public.execution_logs_user_id_created_at_seq_idx, public.execution_logs_user_id_task_id_seq_idx;
        insert into public.execution_logs (user_id, task_id, agent_type, message, created_at)
        select '${ada}', 't', 'worker', 'old', '2020-01-01Z' from generate_series(1, 120003);
      `)
      const purge = async (batch: number | null): Promise<unknown> =>
        scene.value('private.purge_execution_logs', { p_batch: batch })
      for (const refused of [0, -1]) {
        expect(
          await scene.refusal('private.purge_execution_logs', { p_batch: refused }),
        ).toMatchObject({ code: '22023', message: expect.stringContaining('p_batch') })
      }
      expect(await purge(1)).toBe(1)
      expect(await purge(null)).toBe(10_000)
      expect(await scene.value('private.purge_execution_logs', {})).toBe(10_000)
      expect(await purge(100_001)).toBe(100_000)
      expect(await purge(100_000)).toBe(2)
      expect(await purge(2_147_483_647)).toBe(0)
    })
  })
})

/** Ada has the task `t`. */
async function withTask(use: (scene: Scene) => Promise<void>): Promise<void> {
  await withScene(db, async (scene) => {
    await scene.text(`
      insert into public.task_history (user_id, task_id, title, status, input_prompt)
      values ('${ada}', 't', 'Task', 'running', 'please');
    `)
    await use(scene)
  })
}
