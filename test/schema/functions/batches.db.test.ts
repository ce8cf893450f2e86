import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { ada, bob, withScene } from '../scene.ts'
import type { Args, Scene } from '../scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

/** What both batch functions have in common, and how they differ. */
interface Batch {
  readonly name: string
  readonly parameter: string
  readonly table: string
  /** A good element; `n` tells it apart. */
  readonly element: (n: number) => Args
}

const logs: Batch = {
  name: 'batch_insert_execution_logs',
  parameter: 'p_logs',
  table: 'public.execution_logs',
  element: (n) => ({ agent_type: 'worker', message: `message ${String(n)}` }),
}

const documents: Batch = {
  name: 'batch_insert_generated_documents',
  parameter: 'p_documents',
  table: 'public.documents_generated',
  element: (n) => ({ document_type: 'doc', google_id: `id ${String(n)}` }),
}

describe.each([logs, documents])('$name', (batch) => {
  test.each([
    ['NULL', null],
    ['an empty array', '[]'],
  ])('%s inserts nothing and answers 0', async (_, list) => {
    await withBatchScene(async (scene) => {
      expect(await scene.value(batch.name, { ...task, [batch.parameter]: list })).toBe(0)
      expect(await count(scene, batch)).toBe(0)
    })
  })

  test.each(['{}', 'null', '"text"', '1', 'true', '{"0": {}}'])(
    '%s, which is not an array, is refused',
    async (list) => {
      await withBatchScene(async (scene) => {
        const refusal = await scene.refusal(batch.name, { ...task, [batch.parameter]: list })
        expect(refusal).toMatchObject({
          code: '22023',
          message: expect.stringContaining(batch.parameter),
        })
      })
    },
  )

  test('1,000 elements are inserted by one statement, 1,001 are refused', async () => {
    await withBatchScene(async (scene) => {
      await scene.asOwner()
      await scene.text(`
        create sequence public.statements;
        create function public.count_statement() returns trigger language plpgsql security definer as $$
        begin
          perform nextval('public.statements');
          return null;
        end $$;
        create trigger count_statement after insert on ${batch.table}
        for each statement execute function public.count_statement();
      `)
      await scene.asServer()
      expect(await scene.value(batch.name, batchOf(batch, 1000))).toBe(1000)
      expect(await count(scene, batch)).toBe(1000)
      await scene.asOwner()
      expect(
        await scene.query(sql`select last_value::integer, is_called from public.statements`),
      ).toEqual([{ last_value: 1, is_called: true }])
      await scene.asServer()
      expect((await scene.refusal(batch.name, batchOf(batch, 1001))).code).toBe('22023')
      expect(await count(scene, batch)).toBe(1000)
    })
  })

  test('nobody inserts for another user', async () => {
    await withBatchScene(async (scene) => {
      await scene.asUser(bob)
      expect((await scene.refusal(batch.name, batchOf(batch, 2))).code).toBe('42501')
    })
  })

  test('a user inserts for himself', async () => {
    await withBatchScene(async (scene) => {
      await scene.asUser(ada)
      expect(await scene.value(batch.name, batchOf(batch, 2))).toBe(2)
    })
  })

  test.each([
    ['JSON null', null],
    ['a number', 1],
    ['a text', 'text'],
    ['a boolean', true],
    ['an array', []],
    ['an object without fields', {}],
  ])(
    'one element that is %s: nothing is inserted, and the error names its index',
    async (_, bad) => {
      await withBatchScene(async (scene) => {
        expect(await indexNamedFor(scene, batch, bad)).toContain(5)
      })
    },
  )

  test.each([0, 7, 999])('a bad element at index %i is named by it', async (index) => {
    await withBatchScene(async (scene) => {
      const list = Array.from({ length: 1000 }, (_, n) => (n === index ? {} : batch.element(n)))
      const refusal = await scene.refusal(batch.name, {
        ...task,
        [batch.parameter]: JSON.stringify(list),
      })
      expect(numbersIn(refusal.message)).toContain(index)
      expect(await count(scene, batch)).toBe(0)
    })
  })

  test('of two bad elements the first is named', async () => {
    await withBatchScene(async (scene) => {
      const list = [batch.element(0), batch.element(1), {}, batch.element(3), null]
      const refusal = await scene.refusal(batch.name, {
        ...task,
        [batch.parameter]: JSON.stringify(list),
      })
      expect(numbersIn(refusal.message)).toContain(2)
    })
  })
})

describe('elements of batch_insert_execution_logs', () => {
  test('the order is kept by seq, and every field arrives', async () => {
    await withBatchScene(async (scene) => {
      const list = Array.from({ length: 300 }, (_, n) => ({
        step_id: `step ${String(n % 7)}`,
        agent_type: ['planner', 'worker', 'evaluator', 'system'][n % 4],
        message: `${String(n)} – žluťoučký 🐎 "\\" \n`,
        log_level: ['info', 'success', 'error', 'warning'][n % 4],
        metadata: { n, nested: { list: [1, 'two', null] } },
      }))
      expect(await scene.value(logs.name, { ...task, p_logs: JSON.stringify(list) })).toBe(300)
      const rows = await scene.rows('get_execution_logs_by_task', { ...task, p_limit: 1000 })
      expect(
        rows.map(({ step_id, agent_type, message, log_level, metadata }) => ({
          step_id,
          agent_type,
          message,
          log_level,
          metadata,
        })),
      ).toEqual(list)
    })
  })

  test('the page of newest logs gives a batch back in reverse order', async () => {
    await withBatchScene(async (scene) => {
      await scene.value(logs.name, batchOf(logs, 200))
      const rows = await scene.rows('get_execution_logs_filtered', {
        p_user_id: ada,
        p_limit: 1000,
      })
      expect(rows.map(({ message }) => message)).toEqual(
        Array.from({ length: 200 }, (_, n) => `message ${String(199 - n)}`),
      )
    })
  })

  test.each([
    ['left out', {}],
    ['JSON null', { log_level: null, step_id: null, metadata: null }],
  ])('a level that is %s is info; step and metadata are NULL', async (_, fields) => {
    await withBatchScene(async (scene) => {
      const element = { ...logs.element(0), ...fields }
      expect(await scene.value(logs.name, { ...task, p_logs: JSON.stringify([element]) })).toBe(1)
      await scene.asOwner()
      expect(
        await scene.query(sql`select step_id, log_level, metadata from public.execution_logs`),
      ).toEqual([{ step_id: null, log_level: 'info', metadata: null }])
    })
  })

  test.each([
    ['an unknown agent', { agent_type: 'boss' }],
    ['an agent that is null', { agent_type: null }],
    ['an agent that is no text', { agent_type: 1 }],
    ['no agent', { agent_type: undefined }],
    ['no message', { message: undefined }],
    ['a message that is null', { message: null }],
    ['an empty message', { message: '' }],
    ['a message that is no text', { message: { text: 'x' } }],
    ['a message of 65,537 bytes', { message: `${'€'.repeat(21_845)}xx` }],
    ['an unknown level', { log_level: 'nolevel' }],
    ['a level that is no text', { log_level: ['info'] }],
    ['a step of 201 bytes', { step_id: `${'é'.repeat(100)}x` }],
    ['a step that is an object', { step_id: {} }],
    ['metadata that are an array', { metadata: [] }],
    ['metadata that are a text', { metadata: 'x' }],
    ['metadata over 256 KiB', { metadata: { a: 'x'.repeat(262_144 - 8) } }],
  ])('%s: nothing is inserted, and the error names the index', async (_, fields) => {
    await withBatchScene(async (scene) => {
      expect(await indexNamedFor(scene, logs, { ...logs.element(0), ...fields })).toContain(5)
    })
  })

  test('a step of 200 bytes, a message of 65,536 and metadata of 256 KiB are taken', async () => {
    await withBatchScene(async (scene) => {
      const element = {
        step_id: 'é'.repeat(100),
        agent_type: 'system',
        message: `${'€'.repeat(21_845)}x`,
        metadata: { a: 'x'.repeat(262_144 - 9) },
      }
      expect(await scene.value(logs.name, { ...task, p_logs: JSON.stringify([element]) })).toBe(1)
    })
  })
})

describe('elements of batch_insert_generated_documents', () => {
  test('every field arrives', async () => {
    await withBatchScene(async (scene) => {
      const list = Array.from({ length: 100 }, (_, n) => ({
        document_type: ['doc', 'sheet', 'email', 'calendar_event', 'file'][n % 5],
        google_id: `id ${String(n)}`,
        title: `Název 🐎 ${String(n)}`,
        url: `https://docs.google.com/${String(n)}`,
      }))
      expect(
        await scene.value(documents.name, { ...task, p_documents: JSON.stringify(list) }),
      ).toBe(100)
      const rows = await scene.rows('get_documents_by_task', task)
      expect(
        rows
          .map(({ document_type, google_id, title, url }) => ({
            document_type,
            google_id,
            title,
            url,
          }))
          .toSorted((a, b) => indexOf(a.google_id) - indexOf(b.google_id)),
      ).toEqual(list)
    })
  })

  test('only the type must be there', async () => {
    await withBatchScene(async (scene) => {
      const list = [
        { document_type: 'email' },
        { document_type: 'email', google_id: null, title: null, url: null },
      ]
      expect(
        await scene.value(documents.name, { ...task, p_documents: JSON.stringify(list) }),
      ).toBe(2)
      expect(await scene.rows('get_documents_by_task', task)).toMatchObject([
        { google_id: null, title: null, url: null },
        { google_id: null, title: null, url: null },
      ])
    })
  })

  test.each([
    ['an unknown type', { document_type: 'slides' }],
    ['a type that is null', { document_type: null }],
    ['a type that is no text', { document_type: 1 }],
    ['no type', { document_type: undefined }],
    ['a google_id of 501 bytes', { google_id: `${'é'.repeat(250)}x` }],
    ['a google_id that is an object', { google_id: {} }],
    ['a title of 501 bytes', { title: `${'é'.repeat(250)}x` }],
    ['a title that is an array', { title: ['x'] }],
    ['a url that is not https', { url: 'http://docs.google.com' }],
    ['a url of 2,049 bytes', { url: `https://${'x'.repeat(2041)}` }],
    ['a url that is no text', { url: true }],
  ])('%s: nothing is inserted, and the error names the index', async (_, fields) => {
    await withBatchScene(async (scene) => {
      expect(
        await indexNamedFor(scene, documents, { ...documents.element(0), ...fields }),
      ).toContain(5)
    })
  })

  test('a google_id and a title of 500 bytes and a url of 2,048 are taken', async () => {
    await withBatchScene(async (scene) => {
      const element = {
        document_type: 'file',
        google_id: 'é'.repeat(250),
        title: 'é'.repeat(250),
        url: `https://${'é'.repeat(1020)}`,
      }
      expect(
        await scene.value(documents.name, { ...task, p_documents: JSON.stringify([element]) }),
      ).toBe(1)
    })
  })

  test('a task that does not exist is refused', async () => {
    await withBatchScene(async (scene) => {
      const refusal = await scene.refusal(documents.name, {
        ...batchOf(documents, 1),
        p_task_id: 'nowhere',
      })
      expect(refusal).toMatchObject({ code: '22023', message: 'p_task_id is unknown' })
    })
  })
})

const task = { p_user_id: ada, p_task_id: 't' }

/** Ada has the task `t`; the server asks. */
async function withBatchScene(use: (scene: Scene) => Promise<void>): Promise<void> {
  await withScene(db, async (scene) => {
    await scene.asServer()
    await scene.value('insert_task_history', {
      ...task,
      p_title: 'Task',
      p_status: 'running',
      p_input_prompt: 'please',
    })
    await use(scene)
  })
}

/** Tries the element between good ones, at index 5. Answers the numbers in the refusal. */
async function indexNamedFor(scene: Scene, batch: Batch, bad: unknown): Promise<number[]> {
  const list = Array.from({ length: 9 }, (_, n) => (n === 5 ? bad : batch.element(n)))
  const refusal = await scene.refusal(batch.name, {
    ...task,
    [batch.parameter]: JSON.stringify(list),
  })
  expect(refusal).toMatchObject({ code: '22023', detail: undefined })
  expect(await count(scene, batch)).toBe(0)
  return numbersIn(refusal.message)
}

function batchOf(batch: Batch, length: number): Args {
  const list = Array.from({ length }, (_, n) => batch.element(n))
  return { ...task, [batch.parameter]: JSON.stringify(list) }
}

async function count(scene: Scene, { table }: Batch): Promise<unknown> {
  const [row] = await scene.query(
    sql`select count(*)::integer as count from ${sql.ident(...table.split('.'))}`,
  )
  return row?.['count']
}

function numbersIn(message: string): number[] {
  return [...message.matchAll(/\d+/g)].map(([digits]) => Number(digits))
}

function indexOf(googleId: unknown): number {
  return Number(String(googleId).split(' ')[1])
}
