import { describe, expect, test } from 'vitest'
import { withSession } from '../../src/postgres/connect.ts'
import type { SQLQuery } from '../../src/postgres/connect.ts'
import { withDatabaseName } from '../../src/postgres/url.ts'
import { sql, useDatabase } from '../support/database.ts'
import { asAuthAdmin, asOwner, asRole } from '../support/roles.ts'

const db = useDatabase({ kind: 'platform', mode: 'today' })

const somebody = '00000000-0000-4000-8000-000000000001'

/** A table of rows that belong to accounts, with a row for each new account. */
const notes = `
  create table public.notes (
    id uuid primary key references auth.users (id) on delete cascade,
    email text
  );
  create function public.note_user()
  returns trigger
  language plpgsql
  security definer
  set search_path = ''
  as $$
  begin
    insert into public.notes (id, email) values (new.id, new.email);
    return new;
  end
  $$;
  create trigger note_user after insert on auth.users for each row execute function public.note_user();
`

describe('a migration, as postgres,', () => {
  test('makes schemas and databases, is no superuser and owns its database', async () => {
    await asOwner(db, async ({ query, text }) => {
      await text('create schema own; create table own.t (id integer)')
      expect(
        await query(sql`
          select
            current_user::text as name,
            pg_catalog.current_setting('is_superuser') as superuser,
            pg_catalog.pg_get_userbyid(d.datdba) as owner,
            pg_catalog.current_setting('search_path') as "searchPath"
          from pg_catalog.pg_database as d
          where d.datname = current_database()
        `),
      ).toEqual([
        {
          name: 'postgres',
          superuser: 'off',
          owner: 'postgres',
          searchPath: '"$user", public, extensions',
        },
      ])
    })
    const name = `${db.name}_second`
    await db.query(sql`create database ${sql.ident(name)}`)
    await withSession(withDatabaseName(db.url, name), (session) =>
      session.query(sql`create schema own`),
    )
    await db.query(sql`drop database ${sql.ident(name)}`)
  })

  test('refers to auth.users and puts a trigger there, which fires for Auth; a deletion cascades', async () => {
    await asAuthAdmin(db, async ({ query, text, become }) => {
      await text(`reset role; set local role postgres; ${notes}`)
      await become('supabase_auth_admin', {})
      await query(sql`insert into auth.users (id, email) values (${somebody}, 'a@example.com')`)
      await become('postgres', {})
      expect(await query(sql`select id, email from public.notes`)).toEqual([
        { id: somebody, email: 'a@example.com' },
      ])
      await become('supabase_auth_admin', {})
      await query(sql`delete from auth.users where id = ${somebody}`)
      await become('postgres', {})
      expect(await query(sql`select id from public.notes`)).toEqual([])
    })
  })

  test('adds tables to the publication once, and takes them away by dropping them', async () => {
    await asOwner(db, async ({ query, text, attempt }) => {
      const members = sql`select tablename from pg_catalog.pg_publication_tables where pubname = 'supabase_realtime'`
      const add = sql`alter publication supabase_realtime add table public.notes`
      await text(notes)
      await query(add)
      expect(await query(members)).toEqual([{ tablename: 'notes' }])
      expect(await attempt(add)).toMatchObject({ kind: 'refused', code: '42710' })
      await text('drop table public.notes cascade')
      expect(await query(members)).toEqual([])
    })
  })

  test('reads and writes auth.users in spite of its row security', async () => {
    await asOwner(db, async ({ query }) => {
      await query(sql`insert into auth.users (id, email) values (${somebody}, 'a@example.com')`)
      expect(await query(sql`select email from auth.users where id = ${somebody}`)).toEqual([
        { email: 'a@example.com' },
      ])
      await query(sql`update auth.users set email = 'b@example.com' where id = ${somebody}`)
      await query(sql`delete from auth.users where id = ${somebody}`)
    })
  })

  test.each([
    ['create table auth.t (id integer)', '42501', 'permission denied for schema auth'],
    ['create table storage.t (id integer)', '42501', 'permission denied for schema storage'],
    ['create table realtime.t (id integer)', '42501', 'permission denied for schema realtime'],
    ['alter table auth.users add column more text', '42501', 'must be owner of table users'],
    ['create policy own on auth.users using (true)', '42501', 'must be owner of table users'],
    ['truncate auth.users', '42501', 'permission denied for table users'],
    [
      'create table public.t (email text references auth.users (email))',
      '42830',
      'there is no unique constraint matching given keys for referenced table "users"',
    ],
    [
      'set local role supabase_auth_admin',
      '42501',
      'permission denied to set role "supabase_auth_admin"',
    ],
  ])('is refused: %s', async (statement, code, message) => {
    await asOwner(db, async ({ attempt }) => {
      expect(await attempt(sql.__dangerous__rawValue(statement))).toMatchObject({
        kind: 'refused',
        code,
        message,
      })
    })
  })

  test('drops its trigger on auth.users by dropping the function, and only so', async () => {
    await asOwner(db, async ({ query, text, attempt }) => {
      await text(notes)
      expect(await attempt(sql`drop trigger note_user on auth.users`)).toMatchObject({
        code: '42501',
        message: 'must be owner of relation users',
      })
      await text('drop function public.note_user() cascade')
      expect(
        await query(sql`
          select tgname from pg_catalog.pg_trigger where tgrelid = 'auth.users'::regclass and not tgisinternal
        `),
      ).toEqual([])
    })
  })
})

/** A new account with always the same address. */
function newUser(sso: boolean): SQLQuery {
  return sql`
    insert into auth.users (id, email, is_sso_user) values (gen_random_uuid(), 'a@example.com', ${sso})
  `
}

describe('auth.users', () => {
  test('has each address once, but for single sign-on', async () => {
    await asAuthAdmin(db, async ({ query, attempt }) => {
      await query(newUser(false))
      await query(newUser(true))
      await query(newUser(true))
      expect(await attempt(newUser(false))).toMatchObject({
        code: '23505',
        message: 'duplicate key value violates unique constraint "users_email_partial_key"',
      })
    })
  })

  test('is nothing that the Data API can reach', async () => {
    for (const role of ['anon', 'authenticated', 'service_role']) {
      await asRole(db, role, async ({ attempt }) => {
        expect(await attempt(sql`select from auth.users`)).toMatchObject({
          code: '42501',
          message: 'permission denied for table users',
        })
      })
    }
  })
})
