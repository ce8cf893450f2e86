import { describe, expect, test } from 'vitest'
import type { SQLQuery } from '../../../src/postgres/connect.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { ada, bob, withScene } from '../scene.ts'
import type { Args, Scene } from '../scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

const actors = [
  ['the user', async (scene: Scene) => scene.asUser(ada)],
  ['the server', async (scene: Scene) => scene.asServer()],
] as const

describe('insert_task_history', () => {
  test.each(actors)('%s begins a task and learns its id', async (_, begin) => {
    await withScene(db, async (scene) => {
      await begin(scene)
      const id = await scene.value('insert_task_history', {
        ...task(),
        p_output_summary: 'Two letters',
        p_outputs: '{"letters": [1, 2]}',
        p_google_services: ['gmail', 'docs'],
        p_duration_ms: 1200,
      })
      expect(
        await scene.rows('get_task_history_by_id', { p_user_id: ada, p_task_id: 't' }),
      ).toEqual([
        {
          id,
          task_id: 't',
          title: 'Letters',
          status: 'running',
          input_prompt: 'Write two letters',
          output_summary: 'Two letters',
          outputs: { letters: [1, 2] },
          google_services: ['gmail', 'docs'],
          duration_ms: 1200,
          created_at: expect.any(String),
          completed_at: null,
        },
      ])
      await scene.asOwner()
      expect(
        await scene.query(sql`select user_id, rerun_of from public.task_history where id = ${id}`),
      ).toEqual([{ user_id: ada, rerun_of: null }])
    })
  })

  test('what is left out is NULL, services are none', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('insert_task_history', task())
      await scene.value('insert_task_history', {
        ...task(),
        p_task_id: 'u',
        p_output_summary: null,
        p_outputs: null,
        p_google_services: null,
        p_duration_ms: null,
        p_completed_at: null,
      })
      const empty = {
        output_summary: null,
        outputs: null,
        google_services: [],
        duration_ms: null,
        completed_at: null,
      }
      expect(await scene.rows('get_task_history_filtered', { p_user_id: ada })).toMatchObject([
        empty,
        empty,
      ])
    })
  })

  test('a task that the user has already is refused; another user may have the same', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('insert_task_history', task())
      await scene.value('insert_task_history', task({ p_user_id: bob }))
      expect(await scene.refusal('insert_task_history', task())).toMatchObject({
        code: '23505',
        message: 'p_task_id is taken',
        detail: undefined,
      })
    })
  })

  test('nobody begins a task for another user', async () => {
    await withScene(db, async (scene) => {
      await scene.asUser(bob)
      expect((await scene.refusal('insert_task_history', task())).code).toBe('42501')
    })
  })

  test.each([
    ['an unknown status', { p_status: 'done' }, 'p_status'],
    ['an empty title', { p_title: '' }, 'p_title'],
    ['an empty task', { p_task_id: '' }, 'p_task_id'],
    ['an unknown service', { p_google_services: ['gmail', 'maps'] }, 'p_google_services'],
    ['a negative duration', { p_duration_ms: -1 }, 'p_duration_ms'],
  ])('%s is refused by the name of the parameter', async (_, change, parameter) => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      expect(await scene.refusal('insert_task_history', task(change))).toMatchObject({
        code: '22023',
        message: `${parameter} is not valid`,
        detail: undefined,
      })
    })
  })
})

describe('get_task_history_filtered', () => {
  test.each([
    ['nothing', {}, '54321'],
    [
      'NULL everywhere',
      { p_status: null, p_google_service: null, p_start_date: null, p_end_date: null },
      '54321',
    ],
    ['a status', { p_status: 'success' }, '42'],
    ['a status that does not exist', { p_status: 'done' }, ''],
    ['a service', { p_google_service: 'gmail' }, '421'],
    ['a service that nobody used', { p_google_service: 'calendar' }, ''],
    ['a status and a service', { p_status: 'success', p_google_service: 'drive' }, '2'],
    ['a first instant, which counts', { p_start_date: '2026-01-03T00:00:00Z' }, '543'],
    ['a first instant just after', { p_start_date: '2026-01-03T00:00:00.000001Z' }, '54'],
    ['a last instant, which counts', { p_end_date: '2026-01-03T00:00:00Z' }, '321'],
    ['a last instant just before', { p_end_date: '2026-01-02T23:59:59.999999Z' }, '21'],
    [
      'everything',
      {
        p_status: 'success',
        p_google_service: 'gmail',
        p_start_date: '2026-01-03Z',
        p_end_date: '2026-01-05Z',
      },
      '4',
    ],
    ['a page', { p_limit: 2 }, '54'],
    ['a page further on', { p_limit: 2, p_offset: 3 }, '21'],
    ['a page behind the end', { p_offset: 5 }, ''],
    ['a status and a page', { p_status: 'success', p_limit: 1, p_offset: 1 }, '2'],
  ])(
    'it finds by %s, newest first, for the user and for the server',
    async (_, filter, expected) => {
      await withScene(db, async (scene) => {
        await seed(scene)
        await scene.asUser(ada)
        expect((await titles(scene, filter)).join('')).toBe(expected)
        await scene.asServer()
        expect((await titles(scene, filter)).join('')).toBe(expected)
      })
    },
  )

  test('the cursor goes together with every filter', async () => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.asUser(ada)
      const four = (await scene.rows('get_task_history_filtered', { p_user_id: ada }))[1]
      const cursor = { p_before_created_at: four?.['created_at'], p_before_id: four?.['id'] }
      expect(four?.['title']).toBe('4')
      expect(await titles(scene, cursor)).toEqual(['3', '2', '1'])
      expect(await titles(scene, { ...cursor, p_offset: 0, p_limit: 1 })).toEqual(['3'])
      expect(await titles(scene, { ...cursor, p_status: 'success' })).toEqual(['2'])
      expect(await titles(scene, { ...cursor, p_google_service: 'gmail' })).toEqual(['2', '1'])
      expect(await titles(scene, { ...cursor, p_start_date: '2026-01-02Z' })).toEqual(['3', '2'])
    })
  })

  test('a stranger sees nothing of it', async () => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.asUser(bob)
      expect(await scene.rows('get_task_history_filtered', { p_user_id: ada })).toEqual([])
      expect(await scene.rows('get_recent_task_history', { p_user_id: ada })).toEqual([])
      expect(
        await scene.rows('get_task_history_by_id', { p_user_id: ada, p_task_id: 'task 1' }),
      ).toEqual([])
    })
  })
})

describe('get_recent_task_history', () => {
  test.each(actors)(
    '%s reads the last ten, newest first, without prompt and outputs',
    async (_, begin) => {
      await withScene(db, async (scene) => {
        await scene.query(sql`
        insert into public.task_history (user_id, task_id, title, status, input_prompt, created_at)
        select ${ada}, 'task ' || n, n::text, 'pending', 'please', timestamptz '2026-01-01Z' + n * interval '1 day'
        from generate_series(1, 12) as n
      `)
        await begin(scene)
        const rows = await scene.rows('get_recent_task_history', { p_user_id: ada })
        expect(rows.map(({ title }) => title)).toEqual(
          Array.from({ length: 10 }, (_row, n) => String(12 - n)),
        )
        expect(rows[0]).toEqual({
          id: expect.any(String),
          task_id: 'task 12',
          title: '12',
          status: 'pending',
          output_summary: null,
          google_services: [],
          duration_ms: null,
          created_at: '2026-01-13T00:00:00+00:00',
          completed_at: null,
        })
      })
    },
  )
})

describe('get_task_history_by_id', () => {
  test.each(actors)('%s finds the one task, or none', async (_, begin) => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await begin(scene)
      const byId = async (id: string): Promise<unknown> =>
        scene.rows('get_task_history_by_id', { p_user_id: ada, p_task_id: id })
      expect(await byId('task 2')).toEqual([
        {
          id: expect.any(String),
          task_id: 'task 2',
          title: '2',
          status: 'success',
          input_prompt: 'please',
          output_summary: null,
          outputs: null,
          google_services: ['gmail', 'drive'],
          duration_ms: null,
          created_at: '2026-01-02T00:00:00+00:00',
          completed_at: '2026-02-01T00:00:00+00:00',
        },
      ])
      expect(await byId('of bob')).toEqual([])
      expect(await byId('')).toEqual([])
    })
  })
})

describe('delete_task_history', () => {
  test.each(actors)('%s deletes a task with its documents, and nothing else', async (_, begin) => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.query(sql`
        insert into public.documents_generated (user_id, task_id, document_type)
        values (${ada}, 'task 1', 'doc'), (${ada}, 'task 1', 'file'), (${ada}, 'task 2', 'doc'), (${bob}, 'task 1', 'doc')
      `)
      await begin(scene)
      const first = { p_user_id: ada, p_task_id: 'task 1' }
      expect(await scene.value('delete_task_history', first)).toBe(true)
      expect(await scene.value('delete_task_history', first)).toBe(false)
      await scene.asOwner()
      expect(
        await scene.query(sql`
          select user_id, task_id from public.documents_generated order by user_id
        `),
      ).toEqual([
        { user_id: ada, task_id: 'task 2' },
        { user_id: bob, task_id: 'task 1' },
      ])
      expect(
        await scene.query(sql`select count(*)::integer as count from public.task_history`),
      ).toEqual([{ count: 5 }])
    })
  })

  test('a stranger deletes nothing', async () => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.asUser(bob)
      expect(
        await scene.value('delete_task_history', { p_user_id: ada, p_task_id: 'task 2' }),
      ).toBe(false)
      await scene.asUser(ada)
      expect(
        await scene.rows('get_task_history_by_id', { p_user_id: ada, p_task_id: 'task 2' }),
      ).toHaveLength(1)
    })
  })
})

describe('a task that repeats another', () => {
  test('it points to a task of the same user, of nobody else', async () => {
    await withScene(db, async (scene) => {
      await seed(scene)
      expect((await scene.attempt(repeat('2', 'again'))).kind).toBe('done')
      expect(await scene.attempt(repeat('of bob', 'stolen'))).toMatchObject({
        code: '23503',
        message: expect.stringContaining('"task_history_user_id_rerun_of_fkey"'),
      })
    })
  })

  test('when the first is deleted the link is cut and the repetition stays', async () => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.query(sql`
        update public.task_history
        set rerun_of = (select t.id from public.task_history as t where t.title = '2')
        where title = '3'
      `)
      await scene.asUser(ada)
      expect(
        await scene.value('delete_task_history', { p_user_id: ada, p_task_id: 'task 2' }),
      ).toBe(true)
      await scene.asOwner()
      expect(
        await scene.query(sql`
          select user_id, task_id, rerun_of from public.task_history where title = '3'
        `),
      ).toEqual([{ user_id: ada, task_id: 'task 3', rerun_of: null }])
    })
  })
})

/** A task of Ada that repeats the one with that title. */
function repeat(title: string, id: string): SQLQuery {
  return sql`
    insert into public.task_history (user_id, task_id, title, status, input_prompt, rerun_of)
    select ${ada}, ${id}, 'Again', 'pending', 'please', t.id
    from public.task_history as t
    where t.title = ${title}
  `
}

function task(change: Args = {}): Args {
  return {
    p_user_id: ada,
    p_task_id: 't',
    p_title: 'Letters',
    p_status: 'running',
    p_input_prompt: 'Write two letters',
    ...change,
  }
}

/** Five tasks of Ada, one a day from the first of January, and one of Bob. */
async function seed(scene: Scene): Promise<void> {
  await scene.text(`
    insert into public.task_history
      (user_id, task_id, title, status, google_services, input_prompt, created_at, completed_at)
    values
      ('${ada}', 'task 1', '1', 'failed', '{gmail}', 'please', '2026-01-01Z', '2026-02-01Z'),
      ('${ada}', 'task 2', '2', 'success', '{gmail,drive}', 'please', '2026-01-02Z', '2026-02-01Z'),
      ('${bob}', 'task 1', 'of bob', 'success', '{gmail}', 'please', '2026-01-02Z', '2026-02-01Z'),
      ('${ada}', 'task 3', '3', 'pending', '{}', 'please', '2026-01-03Z', null),
      ('${ada}', 'task 4', '4', 'success', '{docs,gmail}', 'please', '2026-01-04Z', '2026-02-01Z'),
      ('${ada}', 'task 5', '5', 'running', '{sheets}', 'please', '2026-01-05Z', null);
  `)
}

async function titles(scene: Scene, args: Args): Promise<unknown[]> {
  const rows = await scene.rows('get_task_history_filtered', { p_user_id: ada, ...args })
  return rows.map(({ title }) => title)
}
