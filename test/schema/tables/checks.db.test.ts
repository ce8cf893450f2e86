import { describe, expect, test } from 'vitest'
import { quoteLiteral } from '../../../src/sql/quote.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { columns } from './checked-columns.ts'
import { tryOut, withRows } from './rows.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

describe('the CHECK of a column', () => {
  test.each(columns)(
    '$table.$column takes what is on its bound and refuses what is beyond',
    async ({ table, column, taken, refused }) => {
      await withRows(db, async (scene) => {
        for (const value of taken) {
          expect([start(value), await tryOut(scene, table, { [column]: value })]).toEqual([
            start(value),
            'done',
          ])
        }
        const constraint = `${table.split('.')[1] ?? ''}_${column}_check`
        for (const value of refused) {
          expect([start(value), await tryOut(scene, table, { [column]: value })]).toEqual([
            start(value),
            `23514 ${constraint}`,
          ])
        }
      })
    },
  )

  test('every text, array and jsonb column has one, and no column has two', async () => {
    const found = await db.query(sql`
      select c.oid::regclass::text as table, a.attname as column, count(k.oid)::integer as checks
      from pg_catalog.pg_class as c
      join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_catalog.pg_constraint as k on k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)
        and pg_catalog.cardinality(k.conkey) = 1
      where
        c.relkind = 'r'
        and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
        and (a.atttypid in ('text'::regtype, 'jsonb'::regtype) or a.attndims > 0)
      group by c.oid, a.attname
      order by 1, 2
    `)
    expect(found.filter(({ checks }) => checks !== 1)).toEqual([])
  })

  test('only these columns are checked here: each CHECK of one column has its case', async () => {
    const found = await db.query(sql`
      select k.conrelid::regclass::text as table, a.attname as column
      from pg_catalog.pg_constraint as k
      join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where
        k.contype = 'c'
        and pg_catalog.cardinality(k.conkey) = 1
        and k.connamespace in ('public'::regnamespace, 'private'::regnamespace)
    `)
    const cases = new Set(
      columns.map(({ table, column }) => `${table.replace('public.', '')}.${column}`),
    )
    const open = found
      .map(({ table, column }) => `${String(table)}.${String(column)}`)
      .filter((name) => !cases.has(name))
    // Its words are tried with its times below.
    expect(open).toEqual(['task_history.status'])
  })
})

describe('a task', () => {
  const final = ['success', 'failed', 'rerun', 'cancelled']

  test.each([
    ...['pending', 'running'].map((status) => [status, 'null', 'done'] as const),
    ...final.map((status) => [status, 'now()', 'done'] as const),
    ...['pending', 'running'].map(
      (status) => [status, 'now()', 'task_history_completed_at_check'] as const,
    ),
    ...final.map((status) => [status, 'null', 'task_history_completed_at_check'] as const),
    ['done', 'null', 'task_history_status_check'] as const,
    ['', 'null', 'task_history_status_check'] as const,
    ['Running', 'null', 'task_history_status_check'] as const,
  ])('with status %j and completed_at %s: %s', async (status, completedAt, outcome) => {
    await withRows(db, async (scene) => {
      const found = await tryOut(scene, 'public.task_history', {
        status: quoteLiteral(status),
        completed_at: completedAt,
      })
      expect(found.replace('23514 ', '')).toBe(outcome)
    })
  })
})

describe('an enum', () => {
  test('the status of a workflow is one of five words', async () => {
    expect(
      await db.query(sql`select enum_range(null::public.workflow_status)::text[] as words`),
    ).toEqual([{ words: ['planning', 'executing', 'completed', 'failed', 'cancelled'] }])
  })
})

/** Enough of a value to know it by. */
function start(value: string): string {
  return value.slice(0, 80)
}
