import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { ada, bob, withScene } from '../scene.ts'
import type { Args, Row, Scene } from '../scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

const open = ['pending', 'running'] as const
const final = ['success', 'failed', 'rerun', 'cancelled'] as const
const all = [...open, ...final]
const [began, ended, given] = ['2020-01-01', '2020-01-02', '2020-02-01'].map(
  (day) => `${day}T00:00:00+00:00`,
)

describe('a new task', () => {
  test.each([
    { status: 'pending', started_at: null, completed_at: null },
    { status: 'running', started_at: 'now', completed_at: null },
    ...final.map((status) => ({ status, started_at: null, completed_at: 'now' })),
  ])('of status $status began at $started_at and ended at $completed_at', async (times) => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('insert_task_history', task({ p_status: times.status }))
      expect(await timesOf(scene)).toEqual(times)
    })
  })

  test.each(final)('with status %s keeps the time of completion that is given', async (status) => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('insert_task_history', task({ p_status: status, p_completed_at: given }))
      expect(await timesOf(scene)).toEqual({ status, started_at: null, completed_at: given })
    })
  })

  test.each(open)('with status %s is refused with a time of completion', async (status) => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      expect(
        await scene.refusal(
          'insert_task_history',
          task({ p_status: status, p_completed_at: given }),
        ),
      ).toMatchObject({ code: '22023', message: expect.stringContaining('p_completed_at') })
    })
  })
})

describe('update_task_history_status', () => {
  const changes = all.flatMap((from) =>
    [null, began].flatMap((started) => all.map((to) => [from, started, to] as const)),
  )

  test.each(changes)(
    'from %s (started %s) to %s the times are right',
    async (from, started, to) => {
      await withScene(db, async (scene) => {
        await past(scene, { status: from, started_at: started })
        await scene.asServer()
        expect(await scene.value('update_task_history_status', change({ p_status: to }))).toBe(true)
        const wasFinal = isFinal(from)
        expect(await timesOf(scene)).toEqual({
          status: to,
          started_at: to === 'running' ? (started ?? 'now') : started,
          completed_at: isFinal(to) ? (wasFinal ? ended : 'now') : null,
        })
      })
    },
  )

  test.each(all)('a time of completion that is given counts, from %s', async (from) => {
    await withScene(db, async (scene) => {
      await past(scene, { status: from, started_at: began })
      await scene.asUser(ada)
      for (const to of final) {
        expect(
          await scene.value(
            'update_task_history_status',
            change({ p_status: to, p_completed_at: given }),
          ),
        ).toBe(true)
        expect(await timesOf(scene)).toEqual({
          status: to,
          started_at: began,
          completed_at: given,
        })
        await scene.asUser(ada)
      }
    })
  })

  test.each(open)('a time of completion with the status %s is refused', async (status) => {
    await withScene(db, async (scene) => {
      await past(scene, { status: 'success', started_at: null })
      await scene.asServer()
      expect(
        await scene.refusal(
          'update_task_history_status',
          change({ p_status: status, p_completed_at: given }),
        ),
      ).toMatchObject({ code: '22023', message: expect.stringContaining('p_completed_at') })
    })
  })

  test('an unknown status is refused', async () => {
    await withScene(db, async (scene) => {
      await past(scene, { status: 'pending', started_at: null })
      await scene.asServer()
      const refusal = await scene.refusal(
        'update_task_history_status',
        change({ p_status: 'done' }),
      )
      expect(refusal).toMatchObject({
        code: '22023',
        message: 'p_status is not valid',
        detail: undefined,
      })
    })
  })

  test('NULL keeps summary, outputs and duration; values take their place', async () => {
    await withScene(db, async (scene) => {
      await past(scene, { status: 'running', started_at: began })
      await scene.asUser(ada)
      const old = { output_summary: 'old', outputs: { old: true }, duration_ms: 1 }
      await scene.value('update_task_history_status', change({ p_status: 'failed' }))
      expect(await byId(scene)).toMatchObject({ status: 'failed', ...old })
      await scene.value(
        'update_task_history_status',
        change({
          p_status: 'failed',
          p_output_summary: null,
          p_outputs: null,
          p_duration_ms: null,
          p_completed_at: null,
        }),
      )
      expect(await byId(scene)).toMatchObject(old)
      await scene.value(
        'update_task_history_status',
        change({
          p_status: 'success',
          p_output_summary: '',
          p_outputs: '{}',
          p_duration_ms: 0,
        }),
      )
      const { status, output_summary, outputs, duration_ms } = (await byId(scene)) ?? {}
      expect({ status, output_summary, outputs, duration_ms }).toEqual({
        status: 'success',
        output_summary: '',
        outputs: {},
        duration_ms: 0,
      })
    })
  })

  test('only the task that is meant changes, and its updated_at', async () => {
    await withScene(db, async (scene) => {
      await past(scene, { status: 'pending', started_at: null })
      await scene.text(`
        insert into public.task_history (user_id, task_id, title, status, input_prompt, updated_at)
        values
          ('${ada}', 'other', 'Other', 'pending', 'please', '2020-01-01Z'),
          ('${bob}', 't', 'Of Bob', 'pending', 'please', '2020-01-01Z');
      `)
      await scene.asServer()
      await scene.value('update_task_history_status', change({ p_status: 'running' }))
      await scene.asOwner()
      expect(
        await scene.query(sql`
          select title, status, updated_at >= now() as touched from public.task_history order by title
        `),
      ).toEqual([
        { title: 'Of Bob', status: 'pending', touched: false },
        { title: 'Other', status: 'pending', touched: false },
        { title: 'Task', status: 'running', touched: true },
      ])
    })
  })

  test('a task that is not there is not found', async () => {
    await withScene(db, async (scene) => {
      await past(scene, { status: 'pending', started_at: null })
      const nowhere = change({ p_status: 'running', p_task_id: 'nowhere' })
      const ofBob = change({ p_status: 'running', p_user_id: bob })
      await scene.asServer()
      expect(await scene.value('update_task_history_status', nowhere)).toBe(false)
      expect(await scene.value('update_task_history_status', ofBob)).toBe(false)
      await scene.asUser(ada)
      expect(await scene.value('update_task_history_status', nowhere)).toBe(false)
    })
  })

  test('for a stranger the task is not there', async () => {
    await withScene(db, async (scene) => {
      await past(scene, { status: 'pending', started_at: null })
      await scene.asUser(bob)
      expect(await scene.value('update_task_history_status', change({ p_status: 'failed' }))).toBe(
        false,
      )
      expect(await timesOf(scene)).toMatchObject({ status: 'pending' })
    })
  })
})

function isFinal(status: string): boolean {
  return final.some((word) => word === status)
}

function task(args: Args): Args {
  return {
    p_user_id: ada,
    p_task_id: 't',
    p_title: 'Task',
    p_input_prompt: 'please',
    ...args,
  }
}

function change(args: Args): Args {
  return { p_user_id: ada, p_task_id: 't', ...args }
}

/** A task of long ago; one with a final status ended then. */
async function past(
  scene: Scene,
  {
    status,
    started_at,
  }: { readonly status: string; readonly started_at: string | null | undefined },
): Promise<void> {
  await scene.query(sql`
    insert into public.task_history
      (user_id, task_id, title, status, input_prompt, output_summary, outputs, duration_ms,
       created_at, updated_at, started_at, completed_at)
    values
      (${ada}, 't', 'Task', ${status}, 'please', 'old', '{"old": true}', 1,
       ${began}, ${began}, ${started_at}, ${isFinal(status) ? ended : null})
  `)
}

/** Status and times as they are stored; `now` is the time of this transaction. */
async function timesOf(scene: Scene): Promise<Row | undefined> {
  await scene.asOwner()
  const [row] = await scene.query(sql`
    select
      status,
      case when started_at = now() then 'now' else to_jsonb(started_at) #>> '{}' end as started_at,
      case when completed_at = now() then 'now' else to_jsonb(completed_at) #>> '{}' end as completed_at
    from public.task_history
    where user_id = ${ada} and task_id = 't'
  `)
  return row
}

async function byId(scene: Scene): Promise<Row | undefined> {
  const [row] = await scene.rows('get_task_history_by_id', { p_user_id: ada, p_task_id: 't' })
  return row
}
