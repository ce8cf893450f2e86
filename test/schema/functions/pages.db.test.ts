import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { randomFrom, seed } from '../random.ts'
import type { Random } from '../random.ts'
import { ada, bob, withScene } from '../scene.ts'
import type { Args, Row, Scene } from '../scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

/** A function that answers in pages. */
interface Paged {
  readonly name: string
  readonly table: string
  /** What to ask for the page after this row. */
  readonly cursorOf: (row: Row) => Args
  /** Filters, and the condition that says the same. */
  readonly filters: readonly [Filter, ...Filter[]]
  /** The order of the rows, last column first to break ties. */
  readonly order: string
}

interface Filter {
  readonly args: Args
  readonly condition: string
}

const everything: Filter = { args: {}, condition: 'true' }
const dates: Filter = {
  args: { p_start_date: '2026-01-01T00:00:00.000001Z', p_end_date: '2026-01-01T00:00:00.000003Z' },
  condition: "created_at between '2026-01-01T00:00:00.000001Z' and '2026-01-01T00:00:00.000003Z'",
}
const beforeId = (row: Row): Args => ({
  p_before_created_at: row['created_at'],
  p_before_id: row['id'],
})

const paged: readonly Paged[] = [
  {
    name: 'get_execution_logs_filtered',
    table: 'execution_logs',
    order: 'created_at desc, seq desc',
    cursorOf: (row) => ({ p_before_created_at: row['created_at'], p_before_seq: row['seq'] }),
    filters: [
      everything,
      dates,
      { args: { p_task_id: 'a' }, condition: "task_id = 'a'" },
      { args: { p_agent_type: 'worker' }, condition: "agent_type = 'worker'" },
      {
        args: { p_log_level: 'error', p_task_id: 'b' },
        condition: "log_level = 'error' and task_id = 'b'",
      },
      {
        args: { ...dates.args, p_task_id: 'a' },
        condition: `${dates.condition} and task_id = 'a'`,
      },
    ],
  },
  {
    name: 'get_execution_logs_by_task',
    table: 'execution_logs',
    order: 'seq',
    cursorOf: (row) => ({ p_after_seq: row['seq'] }),
    filters: [{ args: { p_task_id: 'a' }, condition: "task_id = 'a'" }],
  },
  {
    name: 'get_task_history_filtered',
    table: 'task_history',
    order: 'created_at desc, id desc',
    cursorOf: beforeId,
    filters: [
      everything,
      dates,
      { args: { p_status: 'running' }, condition: "status = 'running'" },
      { args: { p_google_service: 'gmail' }, condition: "'gmail' = any (google_services)" },
    ],
  },
  {
    name: 'get_documents_by_type',
    table: 'documents_generated',
    order: 'created_at desc, id desc',
    cursorOf: beforeId,
    filters: [{ args: { p_document_type: 'doc' }, condition: "document_type = 'doc'" }],
  },
  {
    name: 'get_documents_filtered',
    table: 'documents_generated',
    order: 'created_at desc, id desc',
    cursorOf: beforeId,
    filters: [
      everything,
      dates,
      { args: { p_task_id: 'a' }, condition: "task_id = 'a'" },
      { args: { p_document_type: 'doc' }, condition: "document_type = 'doc'" },
      {
        args: { p_task_id: 'b', p_document_type: 'doc' },
        condition: "task_id = 'b' and document_type = 'doc'",
      },
    ],
  },
]

describe(`pages over rows of a few instants (TEST_SEED=${String(seed)})`, () => {
  test.each(paged)(
    '$name meets every row once, in order, whatever the size of the pages',
    async (one) => {
      const random = randomFrom(seed)
      await withScene(db, async (scene) => {
        await fill(scene, random)
        for (const filter of one.filters) {
          await scene.asOwner()
          const expected = await idsInOrder(scene, one, filter)
          expect(expected.length).toBeGreaterThan(0)
          await scene.asUser(ada)
          expect(await idsByPages(scene, one, { filter, random })).toEqual(expected)
          await scene.asServer()
          expect(await idsByPages(scene, one, { filter, random })).toEqual(expected)
        }
      })
    },
  )

  test('a cursor stays right when rows are deleted and added between the pages', async () => {
    const random = randomFrom(seed)
    await withScene(db, async (scene) => {
      await fill(scene, random)
      await scene.asUser(ada)
      const page = { p_user_id: ada, p_limit: 20 }
      const first = await scene.rows('get_execution_logs_filtered', page)
      const last = first.at(-1) ?? {}
      await scene.asOwner()
      const rest = (
        await scene.query(sql`
          select id from public.execution_logs
          where user_id = ${ada} and (created_at, seq) < (${last['created_at']}::timestamptz, ${last['seq']}::bigint)
          order by created_at desc, seq desc
          limit 20
        `)
      ).map(({ id }) => id)
      await scene.query(sql`delete from public.execution_logs where id = ${last['id']}`)
      await scene.query(sql`
        insert into public.execution_logs (user_id, task_id, agent_type, message)
        values (${ada}, 'a', 'worker', 'new')
      `)
      await scene.asUser(ada)
      const second = await scene.rows('get_execution_logs_filtered', {
        ...page,
        p_before_created_at: last['created_at'],
        p_before_seq: last['seq'],
      })
      expect(second.map(({ id }) => id)).toEqual(rest)
    })
  })
})

/** Rows of both users at five instants a microsecond apart, in random order. */
async function fill(scene: Scene, random: Random): Promise<void> {
  const rows = Array.from({ length: 120 }, (_, n) => ({
    n,
    user_id: random.pick([ada, ada, ada, bob]),
    task_id: random.pick(['a', 'a', 'b']),
    created_at: `2026-01-01T00:00:00.00000${String(random.below(5))}Z`,
    agent_type: random.pick(['worker', 'planner']),
    log_level: random.pick(['info', 'error']),
    status: random.pick(['running', 'pending']),
    services: random.pick(['{gmail}', '{drive,gmail}', '{}']),
    document_type: random.pick(['doc', 'sheet']),
  }))
  await scene.text(`
    create temporary table chosen on commit drop as
    select *
    from jsonb_to_recordset('${JSON.stringify(rows)}') as t (
      n integer, user_id uuid, task_id text, created_at timestamptz, agent_type text, log_level text,
      status text, services text, document_type text
    );
    insert into public.execution_logs (user_id, task_id, agent_type, log_level, message, created_at)
    select user_id, task_id, agent_type, log_level, n::text, created_at from chosen order by n;
    insert into public.task_history (user_id, task_id, title, status, google_services, input_prompt, created_at)
    select user_id, 'task ' || n, 'Task', status, services::text[], 'please', created_at from chosen;
    insert into public.task_history (user_id, task_id, title, status, input_prompt, created_at)
    select users.id, tasks.id, 'Task', 'pending', 'please', '2025-01-01Z'
    from auth.users as users, (values ('a'), ('b')) as tasks (id);
    insert into public.documents_generated (user_id, task_id, document_type, created_at)
    select user_id, task_id, document_type, created_at from chosen;
  `)
}

async function idsInOrder(scene: Scene, one: Paged, { condition }: Filter): Promise<unknown[]> {
  const rows = await scene.query(sql`
    select id
    from ${sql.ident('public', one.table)}
    where user_id = ${ada} and ${sql.__dangerous__rawValue(condition)}
    order by ${sql.__dangerous__rawValue(one.order)}
  `)
  return rows.map(({ id }) => id)
}

async function idsByPages(
  scene: Scene,
  one: Paged,
  { filter, random }: { readonly filter: Filter; readonly random: Random },
): Promise<unknown[]> {
  const seen: unknown[] = []
  let cursor: Args = {}
  for (let pages = 0; pages < 500; pages += 1) {
    const limit = random.pick([1, 2, 3, 7, 20, 50])
    const page = await scene.rows(one.name, {
      p_user_id: ada,
      ...filter.args,
      ...cursor,
      p_limit: limit,
    })
    seen.push(...page.map(({ id }) => id))
    const last = page.at(-1)
    if (last === undefined) return seen
    cursor = one.cursorOf(last)
  }
  throw new Error(`${one.name}: the pages do not end`)
}
