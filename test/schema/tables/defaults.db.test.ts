import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { ada, withScene } from '../scene.ts'
import { put, withRows } from './rows.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

describe('what a row has when nothing is said', () => {
  test('the preferences of a profile', async () => {
    await withScene(db, async (scene) => {
      expect(
        await scene.query(sql`select preferences from public.profiles where id = ${ada}`),
      ).toEqual([
        {
          preferences: {
            theme: 'system',
            notificationsEnabled: true,
            defaultView: 'dashboard',
            favoriteActions: [],
          },
        },
      ])
    })
  })

  test.each([
    [
      'public.workflows',
      { status: 'planning', steps: [], results: [], error: null, end_time: null },
    ],
    ['public.workflow_history', {}],
    ['private.encryption_keys', { retired_at: null }],
    [
      'public.oauth_tokens',
      {
        provider: 'google',
        token_type: 'Bearer',
        scopes: [],
        refresh_token: null,
        expires_at: null,
        refresh_key_version: null,
      },
    ],
    [
      'public.user_tokens',
      { provider: 'google', scopes: [], refresh_token: null, refresh_key_version: null },
    ],
    ['public.execution_logs', { log_level: 'info', metadata: null, step_id: null }],
    [
      'public.task_history',
      { google_services: [], rerun_of: null, outputs: null, started_at: null, completed_at: null },
    ],
    ['public.documents_generated', { google_id: null, title: null, url: null }],
  ])('%s: %j', async (table, expected) => {
    await withRows(db, async (scene) => {
      await put(scene, table)
      const [row] = await scene.query(sql`
        select pg_catalog.to_jsonb(t) as row, t.created_at >= now() as fresh
        from ${sql.ident(...table.split('.'))} as t
        order by t.created_at desc
        limit 1
      `)
      expect(row).toMatchObject({ row: expected, fresh: true })
    })
  })

  test('times of rows of one transaction differ where order matters, and are one elsewhere', async () => {
    await withRows(db, async (scene) => {
      const distinct = async (table: string): Promise<unknown> => {
        const found = await scene.query(sql`
          select count(distinct created_at)::integer as count from ${sql.ident('public', table)}
        `)
        return found[0]?.['count']
      }
      for (const table of ['execution_logs', 'documents_generated']) {
        for (let n = 0; n < 2; n += 1) await put(scene, `public.${table}`)
        expect(await distinct(table)).toBe(2)
      }
      await put(scene, 'public.task_history')
      expect(await distinct('task_history')).toBe(1)
    })
  })
})
