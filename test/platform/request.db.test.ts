import { describe, expect, test } from 'vitest'
import { sendText } from '../../src/postgres/connect.ts'
import type { Transaction } from '../../src/postgres/connect.ts'
import { sql, useDatabase } from '../support/database.ts'
import type { Rows } from '../support/database.ts'
import { asOwner, asRole } from '../support/roles.ts'

const db = useDatabase({ kind: 'platform', mode: 'today' })

const somebody = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'

const nobody = [{ uid: null, role: null, email: null, jwt: null }]

/** What the four functions say to anon when these settings are made for the transaction. */
async function callerWith(settings: Readonly<Record<string, string>>): Promise<Rows> {
  return asRole(db, 'anon', async ({ tx }) => {
    for (const [name, value] of Object.entries(settings)) {
      await tx.query(sql`select pg_catalog.set_config(${name}, ${value}, true)`)
    }
    return caller(tx)
  })
}

async function caller(tx: Transaction): Promise<Rows> {
  return tx.query(
    sql`select auth.uid() as uid, auth.role() as role, auth.email() as email, auth.jwt() as jwt`,
  )
}

describe('the functions that read the claims', () => {
  test('say who asks', async () => {
    const claims = { sub: somebody, role: 'authenticated', email: 'a@example.com', aud: 'x' }
    expect(await callerWith({ 'request.jwt.claims': JSON.stringify(claims) })).toEqual([
      { uid: somebody, role: 'authenticated', email: 'a@example.com', jwt: claims },
    ])
  })

  test('prefer the settings of single claims, unless they are empty', async () => {
    const claims = { sub: somebody, role: 'authenticated', email: 'a@example.com' }
    const single = {
      'request.jwt.claim.sub': other,
      'request.jwt.claim.role': 'service_role',
      'request.jwt.claim.email': 'b@example.com',
    }
    const empty = {
      'request.jwt.claim.sub': '',
      'request.jwt.claim.role': '',
      'request.jwt.claim.email': '',
      'request.jwt.claim': '',
    }
    const all = { 'request.jwt.claims': JSON.stringify(claims) }
    expect(await callerWith({ ...all, ...single })).toEqual([
      { uid: other, role: 'service_role', email: 'b@example.com', jwt: claims },
    ])
    expect(await callerWith({ ...all, ...empty })).toEqual([
      { uid: somebody, role: 'authenticated', email: 'a@example.com', jwt: claims },
    ])
  })

  test('say null of what is absent, empty, or left by an earlier request on the connection', async () => {
    expect(await callerWith({})).toEqual(nobody)
    expect(await callerWith({ 'request.jwt.claims': '' })).toEqual(nobody)
    expect(await callerWith({ 'request.jwt.claims': '{}' })).toEqual([{ ...nobody[0], jwt: {} }])
    const blank = { sub: '', role: '', email: '' }
    expect(await callerWith({ 'request.jwt.claims': JSON.stringify(blank) })).toEqual([
      { ...nobody[0], jwt: blank },
    ])
    await db.owner.task(async (connection) => {
      await connection.tx(async (tx) => {
        await tx.query(
          sql`select pg_catalog.set_config('request.jwt.claims', ${JSON.stringify({ sub: somebody })}, true)`,
        )
        expect(await caller(tx)).toMatchObject([{ uid: somebody }])
      })
      await connection.tx(async (tx) => {
        const setting = sql`select pg_catalog.current_setting('request.jwt.claims', true) as claims`
        expect(await tx.query(setting)).toEqual([{ claims: '' }])
        expect(await caller(tx)).toEqual(nobody)
      })
    })
  })

  test('tell a definer function who calls it', async () => {
    await asOwner(db, async ({ query, text, become }) => {
      await text(`
        create function public.who() returns text language sql security definer set search_path = ''
        as 'select current_user || '' for '' || auth.uid() || '' '' || auth.role()';
      `)
      await become('authenticated', { sub: somebody, role: 'authenticated' })
      expect(await query(sql`select public.who()`)).toEqual([
        { who: `postgres for ${somebody} authenticated` },
      ])
    })
  })
})

describe('the Data API', () => {
  test('comes in as authenticator, who becomes the three roles and nothing else', async () => {
    await db.superuser.task(async (connection) => {
      await sendText(connection, 'set session authorization authenticator')
      for (const role of ['anon', 'authenticated', 'service_role']) {
        await sendText(connection, `set role ${role}`)
        expect(await connection.query(sql`select current_user::text as role`)).toEqual([{ role }])
        await sendText(connection, 'reset role')
      }
      for (const role of ['postgres', 'supabase_auth_admin', 'supabase_admin']) {
        await expect(sendText(connection, `set role ${role}`)).rejects.toThrow(
          `permission denied to set role "${role}"`,
        )
      }
      await expect(connection.query(sql`select auth.uid()`)).rejects.toThrow(
        'permission denied for schema auth',
      )
      await sendText(connection, 'reset session authorization')
    })
  })

  test('is held by row security but for service_role', async () => {
    await asOwner(db, async ({ query, text, become }) => {
      await text(`
        create table public.t (id integer);
        alter table public.t enable row level security;
        grant select on table public.t to anon, authenticated, service_role;
        insert into public.t (id) values (1);
      `)
      const seen: Record<string, Rows> = {}
      for (const role of ['anon', 'authenticated', 'service_role']) {
        await become(role, { role })
        seen[role] = await query(sql`select id from public.t`)
      }
      expect(seen).toEqual({ anon: [], authenticated: [], service_role: [{ id: 1 }] })
    })
  })
})
