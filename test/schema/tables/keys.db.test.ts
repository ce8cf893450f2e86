import { describe, expect, test } from 'vitest'
import { quoteLiteral } from '../../../src/sql/quote.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { bob, withScene } from '../scene.ts'
import { put, tryOut, withRows } from './rows.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

describe('what there may be once only', () => {
  test.each([
    ['public.oauth_tokens', {}, 'oauth_tokens_user_id_provider_key'],
    ['public.user_tokens', {}, 'user_tokens_user_id_provider_key'],
    ['public.task_history', {}, 'task_history_user_id_task_id_key'],
    ['private.encryption_keys', {}, 'encryption_keys_pkey'],
    ['private.encryption_keys', { version: '4' }, 'encryption_keys_fingerprint_key'],
  ])('a second row in %s %j breaks %s', async (table, change, constraint) => {
    await withRows(db, async (scene) => {
      expect(await put(scene, table)).toBe('done')
      expect(await tryOut(scene, table, change)).toBe(`23505 ${constraint}`)
    })
  })

  test('another user may have what the first has, e-mail included', async () => {
    await withRows(db, async (scene) => {
      for (const table of ['public.oauth_tokens', 'public.user_tokens', 'public.task_history']) {
        expect(await put(scene, table)).toBe('done')
        expect(await tryOut(scene, table, { user_id: quoteLiteral(bob) })).toBe('done')
      }
      expect(
        await scene.attempt(sql`update public.profiles set email = 'same@example.com'`),
      ).toMatchObject({ kind: 'done' })
    })
  })
})

describe('what refers to another row', () => {
  test.each([
    ['public.workflows', { user_id: 'gen_random_uuid()' }, 'workflows_user_id_fkey'],
    ['public.oauth_tokens', { user_id: 'gen_random_uuid()' }, 'oauth_tokens_user_id_fkey'],
    ['public.user_tokens', { user_id: 'gen_random_uuid()' }, 'user_tokens_user_id_fkey'],
    ['public.execution_logs', { user_id: 'gen_random_uuid()' }, 'execution_logs_user_id_fkey'],
    ['public.task_history', { user_id: 'gen_random_uuid()' }, 'task_history_user_id_fkey'],
    [
      'public.task_history',
      { rerun_of: 'gen_random_uuid()' },
      'task_history_user_id_rerun_of_fkey',
    ],
    [
      'public.workflow_history',
      { workflow_id: 'gen_random_uuid()' },
      'workflow_history_user_id_workflow_id_fkey',
    ],
    [
      'public.workflow_history',
      { user_id: quoteLiteral(bob) },
      'workflow_history_user_id_workflow_id_fkey',
    ],
    [
      'public.documents_generated',
      { task_id: "'nowhere'" },
      'documents_generated_user_id_task_id_fkey',
    ],
    [
      'public.documents_generated',
      { user_id: quoteLiteral(bob) },
      'documents_generated_user_id_task_id_fkey',
    ],
  ])('%s %j breaks %s', async (table, change, constraint) => {
    await withRows(db, async (scene) => {
      expect(await tryOut(scene, table, change)).toBe(`23503 ${constraint}`)
    })
  })

  test('a profile without its account is refused', async () => {
    await withScene(db, async (scene) => {
      expect(
        await scene.attempt(sql`insert into public.profiles (id) values (gen_random_uuid())`),
      ).toMatchObject({ code: '23503', message: expect.stringContaining('"profiles_id_fkey"') })
    })
  })

  test('the history of a workflow goes with it', async () => {
    await withRows(db, async (scene) => {
      expect(await put(scene, 'public.workflow_history')).toBe('done')
      await scene.query(sql`delete from public.workflows`)
      expect(await scene.query(sql`select id from public.workflow_history`)).toEqual([])
    })
  })
})
