import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { asAnon, asOwner, asService, asUser } from '../../support/roles.ts'

describe('a scratch database with the migrations', () => {
  const db = useDatabase({ kind: 'migrations', mode: 'today' })

  test('is entered as postgres, who is no superuser', async () => {
    const rows = await db.query(sql`
      select
        session_user::text as session,
        current_user::text as current,
        current_setting('is_superuser') as superuser,
        current_database()::text = ${db.name} as here
    `)
    expect(rows).toEqual([
      { session: 'postgres', current: 'postgres', superuser: 'off', here: true },
    ])
  })

  test('lets roles come and go, and forgets what they did', async () => {
    const ask = sql`select current_user::text as who, auth.uid() as id, auth.role() as role`
    const id = '00000000-0000-4000-8000-000000000001'
    expect(await asUser(db, id, ({ query }) => query(ask))).toEqual([
      { who: 'authenticated', id, role: 'authenticated' },
    ])
    expect(await asAnon(db, ({ query }) => query(ask))).toEqual([
      { who: 'anon', id: null, role: 'anon' },
    ])
    expect(await asService(db, ({ query }) => query(ask))).toEqual([
      { who: 'service_role', id: null, role: 'service_role' },
    ])
    await asOwner(db, ({ text }) => text('create table public.forgotten (id bigint)'))
    expect(await db.query(sql`select to_regclass('public.forgotten') as found`)).toEqual([
      { found: null },
    ])
  })
})
