import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../support/database.ts'
import { ada, bob, withScene } from '../scene.ts'
import type { Args, Row, Scene } from '../scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

const actors = [
  ['the user', async (scene: Scene) => scene.asUser(ada)],
  ['the server', async (scene: Scene) => scene.asServer()],
] as const

describe('get_task_statistics', () => {
  test('without tasks there is one row of zeros, without an average and a service', async () => {
    await withScene(db, async (scene) => {
      await scene.asUser(ada)
      expect(await taskStatistics(scene)).toEqual({
        total_tasks: 0,
        successful_tasks: 0,
        failed_tasks: 0,
        avg_duration_ms: null,
        most_used_service: null,
      })
    })
  })

  test.each(actors)(
    '%s sees totals by status, the average and the service used most',
    async (_, begin) => {
      await withScene(db, async (scene) => {
        await tasks(scene, [
          { status: 'success', duration: 100, services: '{gmail,docs}' },
          { status: 'success', duration: 300, services: '{gmail}' },
          { status: 'failed', duration: 200, services: '{drive}' },
          { status: 'running', services: '{drive,gmail}' },
          { status: 'pending' },
          { status: 'rerun' },
          { status: 'cancelled' },
          { user: bob, status: 'failed', duration: 99_999, services: '{sheets,sheets}' },
        ])
        await begin(scene)
        expect(await taskStatistics(scene)).toEqual({
          total_tasks: 7,
          successful_tasks: 2,
          failed_tasks: 1,
          avg_duration_ms: 200,
          most_used_service: 'gmail',
        })
      })
    },
  )

  test.each([
    [[1, 2], 2],
    [[1, 1, 2], 1],
    [[1, 2, 2], 2],
    [[0], 0],
    [[2_147_483_647, 2_147_483_647, 2_147_483_647], 2_147_483_647],
  ])('the average of %j is %i', async (durations, average) => {
    await withScene(db, async (scene) => {
      await tasks(
        scene,
        durations.map((duration) => ({ status: 'running', duration })),
      )
      await scene.asUser(ada)
      expect(await taskStatistics(scene)).toMatchObject({ avg_duration_ms: average })
    })
  })

  test('a service counts once a task, however often the task names it', async () => {
    await withScene(db, async (scene) => {
      await tasks(scene, [
        { status: 'running', services: '{sheets,sheets,sheets,sheets,sheets}' },
        { status: 'running', services: '{gmail}' },
        { status: 'running', services: '{gmail}' },
      ])
      await scene.asUser(ada)
      expect(await taskStatistics(scene)).toMatchObject({ most_used_service: 'gmail' })
    })
  })

  test('of services used as often the first by name is told', async () => {
    await withScene(db, async (scene) => {
      await tasks(scene, [
        { status: 'running', services: '{sheets,gmail}' },
        { status: 'running', services: '{gmail,drive,sheets}' },
        { status: 'running', services: '{drive}' },
      ])
      await scene.asUser(ada)
      expect(await taskStatistics(scene)).toMatchObject({ most_used_service: 'drive' })
    })
  })

  test.each([
    [{}, 4],
    [{ p_days: null }, 4],
    [{ p_days: 30 }, 4],
    [{ p_days: 1 }, 2],
    [{ p_days: 7 }, 3],
    [{ p_days: 36_500 }, 5],
  ])('%j counts %i tasks', async (args, total) => {
    await withScene(db, async (scene) => {
      await tasks(
        scene,
        ages.map((age) => ({ status: 'success', age })),
      )
      await scene.asUser(ada)
      expect(await taskStatistics(scene, args)).toMatchObject({
        total_tasks: total,
        successful_tasks: total,
      })
    })
  })

  test('a stranger sees zeros', async () => {
    await withScene(db, async (scene) => {
      await tasks(scene, [{ status: 'success', duration: 1, services: '{gmail}' }])
      await scene.asUser(bob)
      expect(await taskStatistics(scene)).toEqual({
        total_tasks: 0,
        successful_tasks: 0,
        failed_tasks: 0,
        avg_duration_ms: null,
        most_used_service: null,
      })
    })
  })
})

describe('get_document_statistics', () => {
  const zeros = {
    total_documents: 0,
    docs_count: 0,
    sheets_count: 0,
    emails_count: 0,
    calendar_events_count: 0,
    files_count: 0,
  }

  test('without documents there is one row of zeros', async () => {
    await withScene(db, async (scene) => {
      await scene.asUser(ada)
      expect(await documentStatistics(scene)).toEqual(zeros)
    })
  })

  test.each(actors)('%s sees a count for every type', async (_, begin) => {
    await withScene(db, async (scene) => {
      await documents(scene, { doc: 1, sheet: 2, email: 3, calendar_event: 4, file: 5 })
      await begin(scene)
      expect(await documentStatistics(scene)).toEqual({
        total_documents: 15,
        docs_count: 1,
        sheets_count: 2,
        emails_count: 3,
        calendar_events_count: 4,
        files_count: 5,
      })
    })
  })

  test.each([
    [{}, 4],
    [{ p_days: null }, 4],
    [{ p_days: 1 }, 2],
    [{ p_days: 36_500 }, 5],
  ])('%j counts %i documents', async (args, total) => {
    await withScene(db, async (scene) => {
      for (const age of ages) await documents(scene, { sheet: 1 }, age)
      await scene.asUser(ada)
      expect(await documentStatistics(scene, args)).toEqual({
        ...zeros,
        total_documents: total,
        sheets_count: total,
      })
    })
  })

  test('a stranger sees zeros', async () => {
    await withScene(db, async (scene) => {
      await documents(scene, { doc: 3 })
      await scene.asUser(bob)
      expect(await documentStatistics(scene)).toEqual(zeros)
    })
  })
})

/** Around the ends of windows of 1, 7 and 30 days. */
const ages = ['0', '1 day -1 second', '1 day 1 second', '30 days -1 second', '30 days 1 second']

interface Task {
  readonly user?: string
  readonly status: string
  readonly duration?: number
  /** An array in PostgreSQL's form. */
  readonly services?: string
  readonly age?: string
}

async function tasks(scene: Scene, list: readonly Task[]): Promise<void> {
  const rows = list.map((task, n) => ({
    user_id: task.user ?? ada,
    task_id: `task ${String(n)}`,
    status: task.status,
    services: task.services ?? '{}',
    duration: task.duration ?? null,
    age: task.age ?? '0',
  }))
  await scene.text(`
    insert into public.task_history
      (user_id, task_id, title, status, input_prompt, google_services, duration_ms, created_at, completed_at)
    select
      t.user_id, t.task_id, 'Task', t.status, 'please', t.services::text[], t.duration, now() - t.age,
      case when t.status not in ('pending', 'running') then now() end
    from jsonb_to_recordset('${JSON.stringify(rows)}') as t (
      user_id uuid, task_id text, status text, services text, duration integer, age interval
    );
  `)
}

/** Documents of Ada, so many of each type. */
async function documents(
  scene: Scene,
  counts: Readonly<Record<string, number>>,
  age = '0',
): Promise<void> {
  await scene.text(`
    insert into public.task_history (user_id, task_id, title, status, input_prompt)
    values ('${ada}', 't', 'Task', 'running', 'please')
    on conflict do nothing;
    insert into public.documents_generated (user_id, task_id, document_type, created_at)
    select '${ada}', 't', counts.key, now() - interval '${age}'
    from jsonb_each('${JSON.stringify(counts)}') as counts, generate_series(1, counts.value::integer);
  `)
}

async function taskStatistics(scene: Scene, args: Args = {}): Promise<Row | undefined> {
  return onlyRow(await scene.rows('get_task_statistics', { p_user_id: ada, ...args }))
}

async function documentStatistics(scene: Scene, args: Args = {}): Promise<Row | undefined> {
  return onlyRow(await scene.rows('get_document_statistics', { p_user_id: ada, ...args }))
}

function onlyRow(rows: readonly Row[]): Row | undefined {
  expect(rows).toHaveLength(1)
  return rows[0]
}
