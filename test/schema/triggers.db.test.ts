import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../support/database.ts'
import type { Rows } from '../support/database.ts'
import { asAuthAdmin, asRole } from '../support/roles.ts'
import type { Actor } from '../support/roles.ts'
import { ciphertext } from './ciphertext.ts'
import { ada, withScene } from './scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

const newcomer = '00000000-0000-4000-8000-0000000000ee'

describe('updated_at', () => {
  const touch = {
    profiles: 'preferences = preferences',
    workflows: "command = 'again'",
    oauth_tokens: "token_type = 'Other'",
    user_tokens: "scopes = '{x}'",
    task_history: "title = 'Other'",
  }

  test.each(Object.entries(touch))(
    'of %s moves with every change, whatever the change says of it',
    async (table, change) => {
      await withScene(db, async (scene) => {
        await scene.text(`
        insert into public.workflows (user_id, command, updated_at) values ('${ada}', 'go', '2020-01-01Z');
        insert into public.oauth_tokens (user_id, access_token, updated_at)
        values ('${ada}', '${ciphertext(1, 'x')}', '2020-01-01Z');
        insert into public.user_tokens (user_id, access_token, expires_at, updated_at)
        values ('${ada}', '${ciphertext(1, 'x')}', now(), '2020-01-01Z');
        insert into public.task_history (user_id, task_id, title, status, input_prompt, updated_at)
        values ('${ada}', 't', 'Task', 'running', 'please', '2020-01-01Z');
        alter table public.profiles disable trigger user;
        update public.profiles set updated_at = '2020-01-01Z';
        alter table public.profiles enable trigger user;
      `)
        const touched = async (): Promise<Rows> =>
          scene.query(sql`
          select distinct updated_at >= now() as touched from ${sql.ident('public', table)}
        `)
        expect(await touched()).toEqual([{ touched: false }])
        await scene.text(`update public.${table} set ${change}`)
        expect(await touched()).toEqual([{ touched: true }])
        await scene.text(`update public.${table} set updated_at = '2020-01-01Z'`)
        expect(await touched()).toEqual([{ touched: true }])
      })
    },
  )

  test('moves on these five tables and on no other that has it', async () => {
    expect(
      await db.query(sql`
        select
          c.relname as table,
          exists (
            select 1
            from pg_catalog.pg_trigger as t
            where t.tgrelid = c.oid and t.tgfoid = 'private.set_updated_at'::regproc and t.tgenabled = 'O'
          ) as moves
        from pg_catalog.pg_class as c
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'updated_at'
        where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
        order by "table"
      `),
    ).toEqual(
      Object.keys(touch)
        .toSorted()
        .map((table) => ({ table, moves: true })),
    )
  })
})

describe('a new account', () => {
  test('has a profile with its id and e-mail', async () => {
    await asAuthAdmin(db, async (actor) => {
      await signUp(actor, { email: 'new@example.com', metadata: null })
      expect(await profile(actor)).toEqual([
        { id: newcomer, email: 'new@example.com', full_name: null, avatar_url: null },
      ])
    })
  })

  test.each([
    ['an anonymous user has no e-mail', null, null],
    ['an e-mail of 255 letters stays', 'x'.repeat(255), 'x'.repeat(255)],
    [
      'an e-mail of 1,000 bytes stays',
      '€'.repeat(233) + 'x'.repeat(22),
      '€'.repeat(233) + 'x'.repeat(22),
    ],
    ['an e-mail of 1,000 bytes exactly stays', '🐎'.repeat(250), '🐎'.repeat(250)],
    ['an e-mail of more bytes is cut at a character', '🐎'.repeat(255), '🐎'.repeat(250)],
    ['a cut never falls inside a character', `x${'🐎'.repeat(254)}`, `x${'🐎'.repeat(249)}`],
  ])('%s', async (_, email, expected) => {
    await asAuthAdmin(db, async (actor) => {
      await signUp(actor, { email, metadata: null })
      expect(await profile(actor)).toMatchObject([{ email: expected }])
    })
  })

  test.each([
    ['full_name', { full_name: 'Ada Lovelace' }, 'Ada Lovelace'],
    ['name, when there is no full_name', { name: 'Ada' }, 'Ada'],
    ['full_name before name', { name: 'Countess', full_name: 'Ada Lovelace' }, 'Ada Lovelace'],
    ['name, when full_name is null', { full_name: null, name: 'Ada' }, 'Ada'],
    ['200 bytes of a name', { full_name: 'é'.repeat(100) }, 'é'.repeat(100)],
    ['a longer name cut at a character', { full_name: 'é'.repeat(101) }, 'é'.repeat(100)],
    ['a name cut inside a character before that', { full_name: '€'.repeat(67) }, '€'.repeat(66)],
    ['a very long name cut', { name: 'x'.repeat(1_000_000) }, 'x'.repeat(200)],
    ['no name', {}, null],
  ])('has %s', async (_, metadata, name) => {
    await asAuthAdmin(db, async (actor) => {
      await signUp(actor, { email: null, metadata })
      expect(await profile(actor)).toMatchObject([{ full_name: name }])
    })
  })

  const picture = 'https://example.com/a.png'
  test.each([
    ['avatar_url', { avatar_url: picture }, picture],
    ['picture, when there is no avatar_url', { picture }, picture],
    [
      'avatar_url before picture',
      { avatar_url: picture, picture: 'https://example.com/b.png' },
      picture,
    ],
    ['picture, when avatar_url is null', { avatar_url: null, picture }, picture],
    [
      'a url of 2,048 bytes',
      { picture: `https://${'x'.repeat(2040)}` },
      `https://${'x'.repeat(2040)}`,
    ],
    ['no longer url', { picture: `https://${'x'.repeat(2041)}` }, null],
    ['no url with more bytes', { picture: `https://${'é'.repeat(1021)}` }, null],
    ['no url that is not https', { avatar_url: 'http://example.com/a.png' }, null],
    ['no script', { avatar_url: 'javascript:alert(1)' }, null],
    ['no object', { avatar_url: { url: picture } }, null],
    ['no number', { avatar_url: 1 }, null],
  ])('has as avatar %s', async (_, metadata, avatar) => {
    await asAuthAdmin(db, async (actor) => {
      await signUp(actor, { email: null, metadata })
      expect(await profile(actor)).toMatchObject([{ avatar_url: avatar }])
    })
  })

  test.each([
    [[]],
    [['full_name', 'x']],
    ['a text'],
    [42],
    [true],
    [{ full_name: { first: 'Ada' } }],
    [{ full_name: ['Ada'] }],
    [{ full_name: 42, name: false }],
    [{ full_name: '', avatar_url: '' }],
    [{ full_name: '\u0001\n\u007f\u202e', name: "'; drop table public.profiles; --" }],
  ])('comes about with the metadata %j', async (metadata) => {
    await asAuthAdmin(db, async (actor) => {
      await signUp(actor, { email: 'new@example.com', metadata })
      expect(await profile(actor)).toMatchObject([{ id: newcomer, email: 'new@example.com' }])
    })
  })

  test('comes about when its profile is there already, which stays as it is', async () => {
    await asRole(db, 'supabase_admin', async (actor) => {
      await actor.text(`
        set local session_replication_role = replica;
        insert into public.profiles (id, email) values ('${newcomer}', 'old@example.com');
        set local session_replication_role = origin;
      `)
      await signUp(actor, { email: 'new@example.com', metadata: null })
      expect(await profile(actor)).toMatchObject([{ email: 'old@example.com' }])
    })
  })

  test('may have the e-mail of another, who came in by single sign-on', async () => {
    await asAuthAdmin(db, async (actor) => {
      await actor.text(`
        insert into auth.users (id, email, is_sso_user)
        values
          ('${newcomer}', 'same@example.com', true),
          ('00000000-0000-4000-8000-0000000000ef', 'same@example.com', true);
      `)
      await actor.become('postgres', {})
      expect(
        await actor.query(sql`select email from public.profiles where email = 'same@example.com'`),
      ).toHaveLength(2)
    })
  })
})

describe('an account whose e-mail changes', () => {
  test.each([
    ['another', 'other@example.com', 'other@example.com'],
    ['none', null, null],
    ['one too long', '🐎'.repeat(255), '🐎'.repeat(250)],
  ])('has %s in its profile too', async (_, email, expected) => {
    await asAuthAdmin(db, async (actor) => {
      await signUp(actor, { email: 'new@example.com', metadata: { name: 'Ada' } })
      await actor.query(sql`update auth.users set email = ${email} where id = ${newcomer}`)
      expect(await profile(actor)).toEqual([
        { id: newcomer, email: expected, full_name: 'Ada', avatar_url: null },
      ])
    })
  })

  test('leaves the other profiles alone', async () => {
    await asAuthAdmin(db, async (actor) => {
      await actor.text(`insert into auth.users (id, email) values ('${ada}', 'ada@example.com')`)
      await signUp(actor, { email: 'new@example.com', metadata: null })
      await actor.query(
        sql`update auth.users set email = 'other@example.com' where id = ${newcomer}`,
      )
      await actor.become('postgres', {})
      expect(await actor.query(sql`select email from public.profiles order by email`)).toEqual([
        { email: 'ada@example.com' },
        { email: 'other@example.com' },
      ])
    })
  })

  test('may do so without a profile', async () => {
    await asRole(db, 'supabase_admin', async (actor) => {
      await signUp(actor, { email: 'new@example.com', metadata: null })
      await actor.text('delete from public.profiles; set local role supabase_auth_admin')
      await actor.query(sql`update auth.users set email = 'other@example.com'`)
      expect(await profile(actor)).toEqual([])
    })
  })

  test('a change of anything else does not touch the profile', async () => {
    await asRole(db, 'supabase_admin', async (actor) => {
      await signUp(actor, { email: 'new@example.com', metadata: null })
      await actor.text(`
        update public.profiles set email = 'kept@example.com';
        set local role supabase_auth_admin;
        update auth.users set last_sign_in_at = now(), raw_user_meta_data = '{"name": "Other"}';
      `)
      expect(await profile(actor)).toMatchObject([{ email: 'kept@example.com', full_name: null }])
    })
  })
})

async function signUp(
  { query }: Actor,
  { email, metadata }: { readonly email: string | null; readonly metadata: unknown },
): Promise<void> {
  await query(sql`
    insert into auth.users (id, email, raw_user_meta_data)
    values (${newcomer}, ${email}, ${metadata === null ? null : JSON.stringify(metadata)})
  `)
}

async function profile({ query, become }: Actor): Promise<Rows> {
  await become('postgres', {})
  return query(sql`
    select id, email, full_name, avatar_url from public.profiles where id = ${newcomer}
  `)
}
