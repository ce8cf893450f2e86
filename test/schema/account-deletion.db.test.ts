import { expect, test } from 'vitest'
import { sql, useDatabase } from '../support/database.ts'
import { asRole } from '../support/roles.ts'
import type { Actor } from '../support/roles.ts'
import { ciphertext } from './ciphertext.ts'
import { ada, bob } from './scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

test('when Supabase Auth deletes an account nothing of the user is left, and everything of the others', async () => {
  await asRole(db, 'supabase_admin', async (actor) => {
    await fill(actor)
    const tables = await namesOfTables(actor)
    const before = await countRows(actor, tables)
    expect(before).toEqual(
      tables.map((table) => ({ table, ofAda: expect.any(Number), ofBob: expect.any(Number) })),
    )
    expect(before.filter(({ ofAda, ofBob }) => ofAda === 0 || ofAda !== ofBob)).toEqual([])

    await actor.become('supabase_auth_admin', {})
    await actor.query(sql`delete from auth.users where id = ${ada}`)

    await actor.text('reset role')
    expect(await countRows(actor, tables)).toEqual(
      before.map((counts) => ({ ...counts, ofAda: 0 })),
    )
  })
})

/** Every table but the keys, which are of no user. */
async function namesOfTables({ query }: Actor): Promise<string[]> {
  const tables = await query(sql`
    select c.relnamespace::regnamespace || '.' || c.relname as name
    from pg_catalog.pg_class as c
    where
      c.relkind in ('r', 'p')
      and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
      and c.oid <> 'private.encryption_keys'::regclass
    order by name
  `)
  return tables.map(({ name }) => String(name))
}

interface Counts {
  readonly table: string
  readonly ofAda: unknown
  readonly ofBob: unknown
}

/** Rows that name the user anywhere. */
async function countRows({ query }: Actor, tables: readonly string[]): Promise<Counts[]> {
  const counts: Counts[] = []
  for (const table of tables) {
    const [row] = await query(sql`
      select
        count(*) filter (where t::text like ${`%${ada}%`})::integer as "ofAda",
        count(*) filter (where t::text like ${`%${bob}%`})::integer as "ofBob"
      from ${sql.ident(...table.split('.'))} as t
    `)
    counts.push({ table, ofAda: row?.['ofAda'], ofBob: row?.['ofBob'] })
  }
  return counts
}

/** Both users have rows in every table, with every link that there can be between them. */
async function fill(actor: Actor): Promise<void> {
  await actor.text(`
    insert into private.encryption_keys (version, fingerprint) values (1, repeat('1', 64));
    insert into auth.users (id, email) values ('${ada}', 'ada@example.com'), ('${bob}', 'bob@example.com');
    update public.profiles
    set google_access_token = '${ciphertext(1, 'x')}', google_refresh_token = '${ciphertext(1, 'x')}';
    insert into public.workflows (user_id, command) select id, 'go' from auth.users;
    insert into public.workflow_history (user_id, workflow_id, command, status)
    select user_id, id, 'go', 'completed' from public.workflows;
    insert into public.oauth_tokens (user_id, access_token) select id, '${ciphertext(1, 'x')}' from auth.users;
    insert into public.user_tokens (user_id, access_token, expires_at)
    select id, '${ciphertext(1, 'x')}', now() from auth.users;
    insert into public.execution_logs (user_id, task_id, agent_type, message)
    select u.id, 't', 'worker', n::text from auth.users as u, generate_series(1, 100) as n;
    insert into public.task_history (user_id, task_id, title, status, input_prompt)
    select id, 'first', 'Task', 'running', 'please' from auth.users;
    insert into public.task_history (user_id, task_id, title, status, input_prompt, rerun_of)
    select user_id, 'again', 'Task', 'running', 'please', id from public.task_history;
    insert into public.documents_generated (user_id, task_id, document_type)
    select user_id, task_id, 'doc' from public.task_history;
  `)
}
