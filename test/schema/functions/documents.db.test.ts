import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { ada, bob, withScene } from '../scene.ts'
import type { Args, Scene } from '../scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

const actors = [
  ['the user', async (scene: Scene) => scene.asUser(ada)],
  ['the server', async (scene: Scene) => scene.asServer()],
] as const

describe('insert_generated_document', () => {
  test.each(actors)('%s notes a document of a task and learns its id', async (_, begin) => {
    await withTasks(async (scene) => {
      await begin(scene)
      const id = await scene.value('insert_generated_document', {
        ...document(),
        p_url: 'https://docs.google.com/d/1',
      })
      expect(await scene.rows('get_documents_by_task', { p_user_id: ada, p_task_id: 'a' })).toEqual(
        [
          {
            id,
            task_id: 'a',
            document_type: 'doc',
            google_id: 'g1',
            title: 'Letter',
            url: 'https://docs.google.com/d/1',
            created_at: expect.any(String),
          },
        ],
      )
    })
  })

  test('what is not known yet may be NULL', async () => {
    await withTasks(async (scene) => {
      await scene.asServer()
      await scene.value('insert_generated_document', document({ p_google_id: null, p_title: null }))
      await scene.value('insert_generated_document', document({ p_google_id: '', p_title: '' }))
      expect(
        await scene.rows('get_documents_by_task', { p_user_id: ada, p_task_id: 'a' }),
      ).toMatchObject([
        { google_id: null, title: null, url: null },
        { google_id: '', title: '', url: null },
      ])
    })
  })

  test.each([
    ['that is nowhere', 'nowhere'],
    ['of another user', 'of bob'],
  ])('a task %s is refused', async (_, id) => {
    await withTasks(async (scene) => {
      await scene.asServer()
      expect(
        await scene.refusal('insert_generated_document', document({ p_task_id: id })),
      ).toMatchObject({
        code: '22023',
        message: 'p_task_id is unknown',
        detail: undefined,
      })
    })
  })

  test('nobody notes a document for another user', async () => {
    await withTasks(async (scene) => {
      await scene.asUser(bob)
      expect((await scene.refusal('insert_generated_document', document())).code).toBe('42501')
    })
  })

  test.each([
    ['an unknown type', { p_document_type: 'slides' }, 'p_document_type'],
    ['a url that is not https', { p_url: 'http://docs.google.com' }, 'p_url'],
    ['a title of 501 bytes', { p_title: `${'é'.repeat(250)}x` }, 'p_title'],
    ['a google_id of 501 bytes', { p_google_id: `${'é'.repeat(250)}x` }, 'p_google_id'],
  ])('%s is refused by the name of the parameter', async (_, change, parameter) => {
    await withTasks(async (scene) => {
      await scene.asServer()
      expect(await scene.refusal('insert_generated_document', document(change))).toMatchObject({
        code: '22023',
        message: `${parameter} is not valid`,
        detail: undefined,
      })
    })
  })
})

describe('get_documents_by_task', () => {
  test.each(actors)('%s reads the documents of a task, oldest first', async (_, begin) => {
    await withDocuments(async (scene) => {
      await begin(scene)
      const rows = await scene.rows('get_documents_by_task', { p_user_id: ada, p_task_id: 'a' })
      expect(rows.map(({ title }) => title)).toEqual(['1', '2', '4', '5'])
    })
  })

  test('there are at most 1,000, the oldest', async () => {
    await withTasks(async (scene) => {
      await scene.query(sql`
        insert into public.documents_generated (user_id, task_id, document_type, title, created_at)
        select ${ada}, 'a', 'doc', n::text, timestamptz '2026-01-01Z' - n * interval '1 second'
        from generate_series(1, 1001) as n
      `)
      await scene.asUser(ada)
      const rows = await scene.rows('get_documents_by_task', { p_user_id: ada, p_task_id: 'a' })
      expect(rows.map(({ title }) => title)).toEqual(
        Array.from({ length: 1000 }, (_, n) => String(1001 - n)),
      )
    })
  })
})

describe('get_documents_by_type', () => {
  test.each([
    ['a type', { p_document_type: 'doc' }, '531'],
    ['a type without documents', { p_document_type: 'file' }, ''],
    ['a type that does not exist', { p_document_type: 'slides' }, ''],
    ['a page', { p_document_type: 'doc', p_limit: 2 }, '53'],
    ['a page further on', { p_document_type: 'doc', p_limit: 2, p_offset: 1 }, '31'],
    ['a page behind the end', { p_document_type: 'doc', p_offset: 3 }, ''],
  ])('it finds %s, newest first, for the user and for the server', async (_, args, expected) => {
    await withDocuments(async (scene) => {
      await scene.asUser(ada)
      expect((await titles(scene, 'get_documents_by_type', args)).join('')).toBe(expected)
      await scene.asServer()
      expect((await titles(scene, 'get_documents_by_type', args)).join('')).toBe(expected)
    })
  })

  test('the cursor goes on behind a document', async () => {
    await withDocuments(async (scene) => {
      await scene.asUser(ada)
      const type = { p_document_type: 'doc' }
      const five = (await scene.rows('get_documents_by_type', { p_user_id: ada, ...type }))[0]
      const cursor = { p_before_created_at: five?.['created_at'], p_before_id: five?.['id'] }
      expect(await titles(scene, 'get_documents_by_type', { ...type, ...cursor })).toEqual([
        '3',
        '1',
      ])
    })
  })
})

describe('get_recent_documents', () => {
  test.each(actors)('%s reads the last twenty, newest first', async (_, begin) => {
    await withTasks(async (scene) => {
      await scene.query(sql`
        insert into public.documents_generated (user_id, task_id, document_type, title, created_at)
        select ${ada}, 'a', 'doc', n::text, timestamptz '2026-01-01Z' + n * interval '1 second'
        from generate_series(1, 22) as n
      `)
      await begin(scene)
      expect(await titles(scene, 'get_recent_documents', {})).toEqual(
        Array.from({ length: 20 }, (_row, n) => String(22 - n)),
      )
      expect(await titles(scene, 'get_recent_documents', { p_limit: 2 })).toEqual(['22', '21'])
    })
  })
})

describe('get_documents_filtered', () => {
  test.each([
    ['nothing', {}, '54321'],
    [
      'NULL everywhere',
      { p_document_type: null, p_task_id: null, p_start_date: null, p_end_date: null },
      '54321',
    ],
    ['a type', { p_document_type: 'sheet' }, '42'],
    ['a task', { p_task_id: 'a' }, '5421'],
    ['a type and a task', { p_document_type: 'doc', p_task_id: 'a' }, '51'],
    ['a first instant, which counts', { p_start_date: '2026-01-03T00:00:00Z' }, '543'],
    ['a first instant just after', { p_start_date: '2026-01-03T00:00:00.000001Z' }, '54'],
    ['a last instant, which counts', { p_end_date: '2026-01-03T00:00:00Z' }, '321'],
    ['a last instant just before', { p_end_date: '2026-01-02T23:59:59.999999Z' }, '21'],
    [
      'everything',
      {
        p_document_type: 'sheet',
        p_task_id: 'a',
        p_start_date: '2026-01-03Z',
        p_end_date: '2026-01-05Z',
      },
      '4',
    ],
    ['a page', { p_limit: 2, p_offset: 1 }, '43'],
    ['a task and a page', { p_task_id: 'a', p_limit: 2, p_offset: 1 }, '42'],
  ])('it finds by %s, newest first, for the user and for the server', async (_, args, expected) => {
    await withDocuments(async (scene) => {
      await scene.asUser(ada)
      expect((await titles(scene, 'get_documents_filtered', args)).join('')).toBe(expected)
      await scene.asServer()
      expect((await titles(scene, 'get_documents_filtered', args)).join('')).toBe(expected)
    })
  })

  test('the cursor goes together with every filter', async () => {
    await withDocuments(async (scene) => {
      await scene.asUser(ada)
      const four = (await scene.rows('get_documents_filtered', { p_user_id: ada }))[1]
      const cursor = { p_before_created_at: four?.['created_at'], p_before_id: four?.['id'] }
      const found = async (args: Args): Promise<unknown[]> =>
        titles(scene, 'get_documents_filtered', { ...cursor, ...args })
      expect(await found({})).toEqual(['3', '2', '1'])
      expect(await found({ p_offset: 0, p_limit: 2 })).toEqual(['3', '2'])
      expect(await found({ p_document_type: 'doc' })).toEqual(['3', '1'])
      expect(await found({ p_task_id: 'a' })).toEqual(['2', '1'])
      expect(await found({ p_start_date: '2026-01-02Z' })).toEqual(['3', '2'])
      expect(await found({ p_end_date: '2026-01-02Z' })).toEqual(['2', '1'])
    })
  })
})

describe('a stranger', () => {
  test.each([
    ['get_documents_by_task', { p_task_id: 'a' }],
    ['get_documents_by_type', { p_document_type: 'doc' }],
    ['get_recent_documents', {}],
    ['get_documents_filtered', {}],
    ['get_documents_filtered', { p_task_id: 'a', p_document_type: 'doc' }],
  ])('sees nothing by %s(%j)', async (name, args) => {
    await withDocuments(async (scene) => {
      await scene.asUser(bob)
      expect(await scene.rows(name, { p_user_id: ada, ...args })).toEqual([])
    })
  })

  test('deletes nothing', async () => {
    await withDocuments(async (scene) => {
      const [row] = await scene.query(sql`
        select id from public.documents_generated where user_id = ${ada} and title = '1'
      `)
      await scene.asUser(bob)
      expect(
        await scene.value('delete_generated_document', {
          p_user_id: ada,
          p_document_id: row?.['id'],
        }),
      ).toBe(false)
      expect(
        await scene.value('delete_generated_document', {
          p_user_id: bob,
          p_document_id: row?.['id'],
        }),
      ).toBe(false)
      expect(
        await scene.value('delete_documents_by_task', { p_user_id: ada, p_task_id: 'a' }),
      ).toBe(0)
      await scene.asServer()
      expect(
        await scene.value('delete_generated_document', {
          p_user_id: bob,
          p_document_id: row?.['id'],
        }),
      ).toBe(false)
      expect(await titles(scene, 'get_documents_filtered', {})).toHaveLength(5)
    })
  })
})

describe('delete_generated_document', () => {
  test.each(actors)('%s deletes one document', async (_, begin) => {
    await withDocuments(async (scene) => {
      await begin(scene)
      const [newest] = await scene.rows('get_recent_documents', { p_user_id: ada, p_limit: 1 })
      const args = { p_user_id: ada, p_document_id: newest?.['id'] }
      expect(await scene.value('delete_generated_document', args)).toBe(true)
      expect(await scene.value('delete_generated_document', args)).toBe(false)
      expect(await titles(scene, 'get_documents_filtered', {})).toEqual(['4', '3', '2', '1'])
    })
  })
})

describe('delete_documents_by_task', () => {
  test.each(actors)('%s deletes the documents of a task, not the task', async (_, begin) => {
    await withDocuments(async (scene) => {
      await begin(scene)
      const task = { p_user_id: ada, p_task_id: 'a' }
      expect(await scene.value('delete_documents_by_task', task)).toBe(4)
      expect(await scene.value('delete_documents_by_task', task)).toBe(0)
      expect(await titles(scene, 'get_documents_filtered', {})).toEqual(['3'])
      expect(await scene.rows('get_task_history_by_id', task)).toHaveLength(1)
      await scene.asOwner()
      expect(
        await scene.query(sql`
          select count(*)::integer as count from public.documents_generated where user_id = ${bob}
        `),
      ).toEqual([{ count: 1 }])
    })
  })
})

describe('documents and their task', () => {
  test('another name of the task becomes the name in its documents', async () => {
    await withDocuments(async (scene) => {
      await scene.query(sql`
        update public.task_history set task_id = 'renamed' where user_id = ${ada} and task_id = 'a'
      `)
      await scene.asUser(ada)
      expect(await titles(scene, 'get_documents_filtered', { p_task_id: 'renamed' })).toEqual([
        '5',
        '4',
        '2',
        '1',
      ])
      await scene.asUser(bob)
      expect(
        await scene.rows('get_documents_by_task', { p_user_id: bob, p_task_id: 'a' }),
      ).toHaveLength(1)
    })
  })

  test('they go with the task', async () => {
    await withDocuments(async (scene) => {
      await scene.asUser(ada)
      await scene.value('delete_task_history', { p_user_id: ada, p_task_id: 'a' })
      expect(await titles(scene, 'get_documents_filtered', {})).toEqual(['3'])
    })
  })
})

function document(change: Args = {}): Args {
  return {
    p_user_id: ada,
    p_task_id: 'a',
    p_document_type: 'doc',
    p_google_id: 'g1',
    p_title: 'Letter',
    ...change,
  }
}

/** Ada has the tasks `a` and `b`, Bob has `a` and `of bob`. */
async function withTasks(use: (scene: Scene) => Promise<void>): Promise<void> {
  await withScene(db, async (scene) => {
    await scene.text(`
      insert into public.task_history (user_id, task_id, title, status, input_prompt)
      values
        ('${ada}', 'a', 'A', 'running', 'please'),
        ('${ada}', 'b', 'B', 'running', 'please'),
        ('${bob}', 'a', 'A', 'running', 'please'),
        ('${bob}', 'of bob', 'Of Bob', 'running', 'please');
    `)
    await use(scene)
  })
}

/** Five documents of Ada, one a day from the first of January, and one of Bob. */
async function withDocuments(use: (scene: Scene) => Promise<void>): Promise<void> {
  await withTasks(async (scene) => {
    await scene.text(`
      insert into public.documents_generated (user_id, task_id, document_type, title, created_at)
      values
        ('${ada}', 'a', 'doc', '1', '2026-01-01Z'),
        ('${ada}', 'a', 'sheet', '2', '2026-01-02Z'),
        ('${bob}', 'a', 'doc', 'of bob', '2026-01-02Z'),
        ('${ada}', 'b', 'doc', '3', '2026-01-03Z'),
        ('${ada}', 'a', 'sheet', '4', '2026-01-04Z'),
        ('${ada}', 'a', 'doc', '5', '2026-01-05Z');
    `)
    await use(scene)
  })
}

async function titles(scene: Scene, name: string, args: Args): Promise<unknown[]> {
  const rows = await scene.rows(name, { p_user_id: ada, ...args })
  return rows.map(({ title }) => title)
}
