import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { ciphertext } from '../ciphertext.ts'
import { ada, bob, withScene } from '../scene.ts'
import type { Args, Scene } from '../scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

const access = ciphertext(1, 'access')
const refresh = ciphertext(1, 'refresh')
const later = '2999-01-01T00:00:00+00:00'
const scopes = ['email', 'drive']

describe('store_google_oauth_tokens', () => {
  test('the server stores what a user gave, with the defaults of the table', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('store_google_oauth_tokens', tokens())
      await scene.asOwner()
      expect(await stored(scene)).toEqual([
        {
          user_id: ada,
          provider: 'google',
          access_token: access,
          refresh_token: refresh,
          token_type: 'Bearer',
          expires_at: later,
          scopes,
          key_version: 1,
          refresh_key_version: 1,
        },
      ])
    })
  })

  test('a second call renews the one row: its id and created_at stay, updated_at moves', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('store_google_oauth_tokens', tokens())
      await scene.asOwner()
      await scene.text(`
        alter table public.oauth_tokens disable trigger user;
        update public.oauth_tokens set created_at = '2020-01-01Z', updated_at = '2020-01-01Z';
        alter table public.oauth_tokens enable trigger user;
      `)
      const [before] = await scene.query(sql`select id from public.oauth_tokens`)
      await scene.asServer()
      await scene.value('store_google_oauth_tokens', tokens({ p_access_token: ciphertext(1, 'b') }))
      await scene.asOwner()
      expect(
        await scene.query(sql`
          select id, access_token, created_at = '2020-01-01Z' as old, updated_at >= now() as touched
          from public.oauth_tokens
        `),
      ).toEqual([{ ...before, access_token: ciphertext(1, 'b'), old: true, touched: true }])
    })
  })

  test('a NULL refresh token and NULL scopes keep the old ones', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('store_google_oauth_tokens', tokens())
      await scene.value(
        'store_google_oauth_tokens',
        tokens({ p_access_token: ciphertext(2, 'another'), p_refresh_token: null, p_scopes: null }),
      )
      await scene.asOwner()
      expect(await stored(scene)).toMatchObject([
        {
          access_token: ciphertext(2, 'another'),
          key_version: 2,
          refresh_token: refresh,
          refresh_key_version: 1,
          scopes,
        },
      ])
    })
  })

  test('a new refresh token and other scopes take the place of the old ones', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('store_google_oauth_tokens', tokens())
      await scene.value(
        'store_google_oauth_tokens',
        tokens({ p_refresh_token: ciphertext(1, 'another'), p_scopes: [] }),
      )
      await scene.asOwner()
      expect(await stored(scene)).toMatchObject([
        { refresh_token: ciphertext(1, 'another'), scopes: [] },
      ])
    })
  })

  test('a first sign-in may bring no refresh token, no expiry and no scopes', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value(
        'store_google_oauth_tokens',
        tokens({ p_refresh_token: null, p_expires_at: null, p_scopes: null }),
      )
      await scene.asOwner()
      expect(await stored(scene)).toMatchObject([
        { refresh_token: null, refresh_key_version: null, expires_at: null, scopes: [] },
      ])
    })
  })

  test('another user and another provider are left alone', async () => {
    await withScene(db, async (scene) => {
      await scene.query(sql`
        insert into public.oauth_tokens (user_id, provider, access_token)
        values (${ada}, 'github', ${access}), (${bob}, 'google', ${access})
      `)
      await scene.asServer()
      await scene.value(
        'store_google_oauth_tokens',
        tokens({ p_access_token: ciphertext(1, 'new') }),
      )
      await scene.asOwner()
      expect(
        await scene.query(sql`
          select user_id, provider, access_token from public.oauth_tokens order by user_id, provider
        `),
      ).toEqual([
        { user_id: ada, provider: 'github', access_token: access },
        { user_id: ada, provider: 'google', access_token: ciphertext(1, 'new') },
        { user_id: bob, provider: 'google', access_token: access },
      ])
    })
  })

  test.each([
    ['a plain access token', { p_access_token: 'ya29.a0AfH6SMB' }, '23514'],
    ['a plain refresh token', { p_refresh_token: '1//0gdYHp9aQ' }, '23514'],
    [
      'an access token of a key that is not registered',
      { p_access_token: ciphertext(3, 'x') },
      '22023',
    ],
    [
      'a refresh token of a key that is not registered',
      { p_refresh_token: ciphertext(3, 'x') },
      '22023',
    ],
  ])('%s is refused', async (_, change, code) => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      const refusal = await scene.refusal('store_google_oauth_tokens', tokens(change))
      expect(refusal.code).toBe(code)
    })
  })

  test.each([
    ['65 scopes', Array.from({ length: 65 }, (_, n) => `s${String(n)}`)],
    ['scopes of more than 8,192 bytes', ['é'.repeat(4096)]],
  ])('%s are refused without a word on the tokens', async (_, tooMany) => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      const refusal = await scene.refusal(
        'store_google_oauth_tokens',
        tokens({ p_scopes: tooMany }),
      )
      expect(['22023', '23514']).toContain(refusal.code)
      expect(JSON.stringify(refusal)).not.toContain(access)
      expect(JSON.stringify(refusal)).not.toContain(refresh)
    })
  })

  test('the users themselves may neither store nor read tokens', async () => {
    await withScene(db, async (scene) => {
      await scene.asUser(ada)
      expect(await scene.refusal('store_google_oauth_tokens', tokens())).toMatchObject({
        code: '42501',
      })
      expect(await scene.refusal('get_google_oauth_token', { p_user_id: ada })).toMatchObject({
        code: '42501',
      })
    })
  })
})

describe('get_google_oauth_token', () => {
  test('there is one row for a connected user, and none for another', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('store_google_oauth_tokens', tokens())
      expect(await scene.rows('get_google_oauth_token', { p_user_id: ada })).toEqual([
        { access_token: access, refresh_token: refresh, expires_at: later, is_expired: false },
      ])
      expect(await scene.rows('get_google_oauth_token', { p_user_id: bob })).toEqual([])
    })
  })

  test('the token of another provider is not given out', async () => {
    await withScene(db, async (scene) => {
      await scene.query(sql`
        insert into public.oauth_tokens (user_id, provider, access_token)
        values (${ada}, 'github', ${access})
      `)
      await scene.asServer()
      expect(await scene.rows('get_google_oauth_token', { p_user_id: ada })).toEqual([])
    })
  })

  test.each([
    ['now()', true],
    ["now() - interval '1 microsecond'", true],
    ["now() + interval '1 microsecond'", false],
    ['null', false],
  ])('with an expiry of %s, is_expired is %s', async (expiry, expired) => {
    await withScene(db, async (scene) => {
      await scene.text(`
        insert into public.oauth_tokens (user_id, access_token, expires_at)
        values ('${ada}', '${access}', ${expiry})
      `)
      await scene.asServer()
      expect(await scene.rows('get_google_oauth_token', { p_user_id: ada })).toMatchObject([
        { is_expired: expired },
      ])
    })
  })
})

describe('delete_google_oauth_tokens', () => {
  test.each([
    ['the user', async (scene: Scene) => scene.asUser(ada)],
    ['the server', async (scene: Scene) => scene.asServer()],
  ])('%s disconnects Google, and nothing else', async (_, begin) => {
    await withScene(db, async (scene) => {
      await scene.query(sql`
        insert into public.oauth_tokens (user_id, provider, access_token)
        values (${ada}, 'google', ${access}), (${ada}, 'github', ${access}), (${bob}, 'google', ${access})
      `)
      await begin(scene)
      await scene.value('delete_google_oauth_tokens', { p_user_id: ada })
      await scene.asOwner()
      expect(
        await scene.query(sql`select user_id, provider from public.oauth_tokens order by provider`),
      ).toEqual([
        { user_id: ada, provider: 'github' },
        { user_id: bob, provider: 'google' },
      ])
    })
  })

  test('without tokens there is nothing to do and nothing wrong', async () => {
    await withScene(db, async (scene) => {
      await scene.asUser(ada)
      await scene.value('delete_google_oauth_tokens', { p_user_id: ada })
      await scene.asServer()
      expect(await scene.rows('get_google_oauth_token', { p_user_id: ada })).toEqual([])
    })
  })

  test('nobody disconnects another user, whether that user exists or not', async () => {
    await withScene(db, async (scene) => {
      await scene.asUser(bob)
      const expected = { code: '42501', message: 'not allowed to act for this user' }
      expect(await scene.refusal('delete_google_oauth_tokens', { p_user_id: ada })).toMatchObject(
        expected,
      )
      expect(
        await scene.refusal('delete_google_oauth_tokens', {
          p_user_id: '00000000-0000-4000-8000-000000000000',
        }),
      ).toMatchObject(expected)
    })
  })
})

function tokens(change: Args = {}): Args {
  return {
    p_user_id: ada,
    p_access_token: access,
    p_refresh_token: refresh,
    p_expires_at: later,
    p_scopes: scopes,
    ...change,
  }
}

async function stored(scene: Scene): Promise<unknown[]> {
  const rows = await scene.query(sql`
    select pg_catalog.to_jsonb(t) - array['id', 'created_at', 'updated_at'] as token
    from public.oauth_tokens as t
  `)
  return rows.map(({ token }) => token)
}
