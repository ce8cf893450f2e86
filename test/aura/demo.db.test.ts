import { expect, it } from 'vitest'
import { runDemo } from '../../aura/demo/demo.ts'
import { renderDemo } from '../../aura/demo/render-demo.ts'
import { plain } from '../../src/report/paint.ts'
import { sql, useDatabase, withTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

/** Plays the story; `at` hears what is said, such as `anon: select …`. */
async function play(
  database: TestDatabase = db,
  { signal, say }: { signal: AbortSignal; say: (text: string) => void } = {
    signal: new AbortController().signal,
    say: () => undefined,
  },
): ReturnType<typeof runDemo> {
  return runDemo(database, { signal, say })
}

/** What a run may have left. */
async function left({ superuser }: TestDatabase = db): Promise<unknown> {
  const [row] = await superuser.query(sql`
    select
      (select count(*)::integer from auth.users) as users,
      (select count(*)::integer from public.execution_logs) as logs,
      (select count(*)::integer from private.encryption_keys) as keys,
      (select count(*)::integer from pg_catalog.pg_replication_slots where database = current_database()) as slots
  `)
  return row
}

const nothing = { users: 0, logs: 0, keys: 0, slots: 0 }

it('plays the story of a user, and leaves nothing', async () => {
  const result = await play()
  const text = renderDemo({ ...result, address: 'here', milliseconds: 1 }, plain)
  expect(
    text
      .replace(/fingerprint \w{16}/, 'fingerprint …')
      .replace(/v99999\.[\w-]{16}\.[\w-]{6}…/, 'v99999.…')
      .replace(/id [0-9a-f]{8}…/, 'id …')
      .replaceAll(/\d+ ms later/g, '… ms later'),
  ).toMatchInlineSnapshot(`
    "local (here)
      supabase_auth_admin    insert into auth.users: Grace, Mallory              → 2 accounts
      authenticated Grace    select id, email, full_name from profiles           → 1 row, made by the trigger: Grace, grace@demo.invalid
      postgres               insert into private.encryption_keys: 99999          → fingerprint ……
      service_role           upsert_user_tokens(Grace, google, encrypted)        → stored as v99999.…
      service_role           get_user_tokens(Grace)                              → decrypted by the server: "what Google gave"
      authenticated Grace    get_user_tokens(Grace)                              → refused: permission denied for function get_user_tokens (42501)
      authenticated Grace    get_user_token_status(Grace)                        → google, expired: false; no token
      service_role           insert_task_history(Grace, task-1, running)         → id …
      service_role           insert_execution_log(Grace, task-1, "Two steps")    → seen arriving, … ms later: "Two steps"
      service_role           batch_insert_execution_logs(Grace, task-1, 3 logs)  → seen arriving, … ms later: "Write the document"
      authenticated Grace    get_execution_logs_by_task(Grace, task-1)           → 4 rows
      authenticated Mallory  get_execution_logs_by_task(Grace, task-1)           → 0 rows
      authenticated Mallory  insert_execution_log(Grace, task-1, "I was here")   → refused: new row violates row-level security policy for table "execution_logs" (42501)
      anon                   select message from execution_logs                  → refused: permission denied for table execution_logs (42501)
      service_role           batch_insert_generated_documents(Grace, task-1, 2)  → 2 documents
      service_role           update_task_history_status(Grace, task-1, success)  → seen arriving: status success
      authenticated Grace    get_documents_by_task(Grace, task-1)                → doc "Mails, week 2", email "The document is ready"
      authenticated Grace    get_task_statistics(Grace)                          → 1 of 1 tasks successful, 9000 ms
      supabase_auth_admin    delete from auth.users: Grace, Mallory              → 2 accounts deleted
      postgres               count their rows in 8 tables                        → 0 rows: they went with the accounts
    20 steps in 1 ms. Nothing of it is left in the database."
  `)
  expect(await left()).toEqual(nothing)
})

it('what a killed run left is removed first', async () => {
  await db.text(`
    insert into private.encryption_keys (version, fingerprint) values (99999, repeat('9', 64));
    insert into auth.users (id, email) values ('de300000-0000-4000-8000-000000000001', 'grace@demo.invalid');
    insert into public.execution_logs (user_id, task_id, agent_type, message)
    values ('de300000-0000-4000-8000-000000000001', 'task-1', 'worker', 'left over');
  `)
  expect((await play()).steps.length).toBe(20)
  expect(await left()).toEqual(nothing)
})

it('two runs at once play one after the other', async () => {
  const both = await Promise.all([play(), play()])
  expect(both.map(({ steps }) => steps.length)).toEqual([20, 20])
  expect(await left()).toEqual(nothing)
})

it.each([1, 4, 12])('a run that is stopped after %i steps leaves nothing', async (steps) => {
  const controller = new AbortController()
  let told = 0
  const say = (text: string): void => {
    told += text.startsWith('subscribing') ? 0 : 1
    if (told === steps) controller.abort()
  }
  await expect(play(db, { signal: controller.signal, say })).rejects.toThrow(/aborted/)
  expect(told).toBe(steps)
  expect(await left()).toEqual(nothing)
})

it('a database that answers otherwise than the story says fails it, and nothing is left', async () => {
  await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (other) => {
    await other.text(
      'create policy open on public.execution_logs for select to authenticated using (true)',
    )
    await expect(play(other)).rejects.toThrow('should be 0 rows, not 4')
    expect(await left(other)).toEqual(nothing)
    await other.text(
      'drop policy select_own on public.execution_logs; drop policy open on public.execution_logs',
    )
    await expect(play(other)).rejects.toThrow('should be 4 rows, not 0')
    expect(await left(other)).toEqual(nothing)
  })
})

it('tokens of others under its key version are told, and stay', async () => {
  await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (other) => {
    await other.text(`
      insert into private.encryption_keys (version, fingerprint) values (99999, repeat('9', 64));
      insert into auth.users (id) values ('a0000000-0000-4000-8000-000000000001');
      insert into public.user_tokens (user_id, access_token, expires_at)
      values (
        'a0000000-0000-4000-8000-000000000001',
        'v99999.' || repeat('i', 16) || '.' || repeat('t', 22) || '.x', '2999-01-01Z'
      )
    `)
    await expect(play(other)).rejects.toThrow(
      'Tokens of others name the key version 99999, which the demo takes for itself: it cannot run here.',
    )
    expect(await left(other)).toEqual({ users: 1, logs: 0, keys: 1, slots: 0 })
  })
})

it('a database without the migrations is told what to do', async () => {
  await withTestDatabase({ kind: 'platform', mode: 'today' }, async (other) => {
    await expect(play(other)).rejects.toThrow(
      'The local database lacks migrations: npm run apply, then npm run demo.',
    )
  })
})
