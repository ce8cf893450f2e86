import { beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../support/database.ts'
import { calls, namesWith } from './calls.ts'
import { ada, withScene } from '../scene.ts'
import type { Args } from '../scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

/** Ada has 1,001 logs and documents of the task `t`, and as many tasks. */
beforeAll(async () => {
  await db.text(`
    insert into auth.users (id, email) values ('${ada}', 'ada@example.com');
    insert into public.execution_logs (user_id, task_id, agent_type, message)
    select '${ada}', 't', 'worker', n::text from generate_series(1, 1001) as n;
    insert into public.task_history (user_id, task_id, title, status, input_prompt)
    values ('${ada}', 't', 'Task', 'running', 'please');
    insert into public.task_history (user_id, task_id, title, status, input_prompt)
    select '${ada}', 'task ' || n, 'Task', 'pending', 'please' from generate_series(1, 1000) as n;
    insert into public.documents_generated (user_id, task_id, document_type)
    select '${ada}', 't', 'doc' from generate_series(1, 1001);
  `)
})

const defaults = {
  get_execution_logs_by_task: 100,
  get_execution_logs_filtered: 100,
  get_task_history_filtered: 50,
  get_recent_task_history: 10,
  get_documents_by_type: 50,
  get_recent_documents: 20,
  get_documents_filtered: 50,
}

describe('p_limit', () => {
  test.each(Object.entries(defaults))(
    '%s has %i by default, and 1,000 at most',
    async (name, usual) => {
      await withScene(db, async (scene) => {
        const args = calls[name]?.args ?? {}
        await scene.asUser(ada)
        const lengthOf = async (change: Args): Promise<number> =>
          (await scene.rows(name, { ...args, ...change })).length
        expect(await lengthOf({})).toBe(usual)
        expect(await lengthOf({ p_limit: null })).toBe(usual)
        expect(await lengthOf({ p_limit: 1 })).toBe(1)
        expect(await lengthOf({ p_limit: 1000 })).toBe(1000)
        expect(await lengthOf({ p_limit: 1001 })).toBe(1000)
        expect(await lengthOf({ p_limit: 2_147_483_647 })).toBe(1000)
        for (const limit of [0, -1]) {
          expect(await scene.refusal(name, { ...args, p_limit: limit })).toMatchObject({
            code: '22023',
            message: expect.stringContaining('p_limit'),
          })
        }
      })
    },
  )

  test('every function with p_limit is among these', () => {
    expect(Object.keys(defaults)).toEqual(namesWith('p_limit'))
  })
})

describe('p_offset', () => {
  test.each(namesWith('p_offset'))('%s goes from 0 to 10,000', async (name) => {
    await withScene(db, async (scene) => {
      const args = calls[name]?.args ?? {}
      await scene.asUser(ada)
      const all = await scene.rows(name, { ...args, p_limit: 1000 })
      const from = async (offset: number | null): Promise<unknown> =>
        scene.rows(name, { ...args, p_limit: 2, p_offset: offset })
      expect(await from(null)).toEqual(all.slice(0, 2))
      expect(await from(0)).toEqual(all.slice(0, 2))
      expect(await from(998)).toEqual(all.slice(998))
      expect(await from(10_000)).toEqual([])
      for (const offset of [-1, 10_001, 2_147_483_647]) {
        expect(await scene.refusal(name, { ...args, p_offset: offset })).toMatchObject({
          code: '22023',
          message: expect.stringContaining('p_offset'),
          hint: expect.stringMatching(/cursor/),
        })
      }
    })
  })
})

describe('half a cursor', () => {
  const cursors = {
    get_execution_logs_filtered: { p_before_created_at: '2999-01-01Z', p_before_seq: 1 },
    get_task_history_filtered: { p_before_created_at: '2999-01-01Z', p_before_id: ada },
    get_documents_by_type: { p_before_created_at: '2999-01-01Z', p_before_id: ada },
    get_documents_filtered: { p_before_created_at: '2999-01-01Z', p_before_id: ada },
  }

  test.each(Object.entries(cursors))(
    '%s wants both parts or neither, and no offset beside them',
    async (name, cursor) => {
      await withScene(db, async (scene) => {
        const args = calls[name]?.args ?? {}
        await scene.asUser(ada)
        for (const part of Object.keys(cursor)) {
          expect(await scene.refusal(name, { ...args, ...cursor, [part]: null })).toMatchObject({
            code: '22023',
          })
        }
        expect(await scene.refusal(name, { ...args, ...cursor, p_offset: 1 })).toMatchObject({
          code: '22023',
        })
        for (const offset of [0, null]) {
          expect(
            await scene.rows(name, { ...args, ...cursor, p_offset: offset, p_limit: 1 }),
          ).toHaveLength(1)
        }
        const neither = Object.fromEntries(Object.keys(cursor).map((part) => [part, null]))
        expect(await scene.rows(name, { ...args, ...neither, p_limit: 1 })).toHaveLength(1)
      })
    },
  )

  test('every function with a cursor of two parts is among these', () => {
    expect(Object.keys(cursors)).toEqual(namesWith('p_before_created_at'))
  })
})
