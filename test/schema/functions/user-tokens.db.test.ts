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

describe('upsert_user_tokens', () => {
  test('the server stores tokens by user and provider', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('upsert_user_tokens', tokens())
      await scene.value('upsert_user_tokens', tokens({ p_provider: 'github', p_scopes: null }))
      await scene.asOwner()
      const common = {
        user_id: ada,
        access_token: access,
        refresh_token: refresh,
        expires_at: later,
        key_version: 1,
        refresh_key_version: 1,
      }
      expect(await stored(scene)).toEqual([
        { ...common, provider: 'github', scopes: [] },
        { ...common, provider: 'google', scopes },
      ])
    })
  })

  test('a NULL refresh token and NULL scopes keep the old ones', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('upsert_user_tokens', tokens())
      await scene.value(
        'upsert_user_tokens',
        tokens({
          p_access_token: ciphertext(2, 'new'),
          p_refresh_token: null,
          p_scopes: null,
          p_expires_at: '2999-02-01T00:00:00+00:00',
        }),
      )
      await scene.asOwner()
      expect(await stored(scene)).toEqual([
        {
          user_id: ada,
          provider: 'google',
          access_token: ciphertext(2, 'new'),
          refresh_token: refresh,
          expires_at: '2999-02-01T00:00:00+00:00',
          scopes,
          key_version: 2,
          refresh_key_version: 1,
        },
      ])
    })
  })

  test('a new refresh token and other scopes take the place of the old ones', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('upsert_user_tokens', tokens())
      await scene.value(
        'upsert_user_tokens',
        tokens({ p_refresh_token: ciphertext(1, 'another'), p_scopes: ['email'] }),
      )
      await scene.asOwner()
      expect(await stored(scene)).toMatchObject([
        { refresh_token: ciphertext(1, 'another'), scopes: ['email'] },
      ])
    })
  })

  test('a second call renews the one row: its id and created_at stay, updated_at moves', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('upsert_user_tokens', tokens())
      await scene.asOwner()
      await scene.text(`
        alter table public.user_tokens disable trigger user;
        update public.user_tokens set created_at = '2020-01-01Z', updated_at = '2020-01-01Z';
        alter table public.user_tokens enable trigger user;
      `)
      const before = await scene.query(sql`select id from public.user_tokens`)
      await scene.asServer()
      await scene.value('upsert_user_tokens', tokens())
      await scene.asOwner()
      expect(
        await scene.query(sql`
          select id from public.user_tokens where created_at = '2020-01-01Z' and updated_at >= now()
        `),
      ).toEqual(before)
    })
  })

  test('a NULL refresh token is refused where none was stored before, and nothing is stored', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('upsert_user_tokens', tokens({ p_user_id: bob }))
      await scene.value('upsert_user_tokens', tokens({ p_provider: 'github' }))
      const refusal = await scene.refusal('upsert_user_tokens', tokens({ p_refresh_token: null }))
      expect(refusal).toMatchObject({
        code: '22004',
        message: expect.stringContaining('p_refresh_token'),
      })
      expect(await scene.rows('get_user_tokens', { p_user_id: ada })).toEqual([])
    })
  })

  test('a NULL refresh token is refused where the stored row has none either', async () => {
    await withScene(db, async (scene) => {
      await scene.query(sql`
        insert into public.user_tokens (user_id, access_token, expires_at)
        values (${ada}, ${access}, ${later})
      `)
      await scene.asServer()
      const refusal = await scene.refusal('upsert_user_tokens', tokens({ p_refresh_token: null }))
      expect(refusal).toMatchObject({
        code: '22004',
        message: expect.stringContaining('p_refresh_token'),
      })
    })
  })

  test.each(['Google', '', '1google', 'goo-gle', 'google ', 'g'.repeat(33)])(
    'the provider %j is refused without a word on the tokens',
    async (provider) => {
      await withScene(db, async (scene) => {
        await scene.asServer()
        const refusal = await scene.refusal('upsert_user_tokens', tokens({ p_provider: provider }))
        expect(['22023', '23514']).toContain(refusal.code)
        expect(JSON.stringify(refusal)).not.toContain(access)
      })
    },
  )

  test.each(['g', `g${'_'.repeat(31)}`, 'azure_2'])(
    'the provider %j is taken',
    async (provider) => {
      await withScene(db, async (scene) => {
        await scene.asServer()
        await scene.value('upsert_user_tokens', tokens({ p_provider: provider }))
        expect(
          await scene.rows('get_user_tokens', { p_user_id: ada, p_provider: provider }),
        ).toHaveLength(1)
      })
    },
  )

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
      expect((await scene.refusal('upsert_user_tokens', tokens(change))).code).toBe(code)
    })
  })

  test.each([
    ['65 scopes', Array.from({ length: 65 }, (_, n) => `s${String(n)}`)],
    ['scopes of more than 8,192 bytes', ['é'.repeat(4096)]],
  ])('%s are refused without a word on the tokens', async (_, tooMany) => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      const refusal = await scene.refusal('upsert_user_tokens', tokens({ p_scopes: tooMany }))
      expect(['22023', '23514']).toContain(refusal.code)
      expect(JSON.stringify(refusal)).not.toContain(access)
      expect(JSON.stringify(refusal)).not.toContain(refresh)
    })
  })

  test('64 scopes of 8,192 bytes together are taken', async () => {
    // As text they stand in braces, with 63 commas between them.
    const names = Array.from({ length: 64 }, () => 'é'.repeat(63))
    const room = 8192 - Buffer.byteLength(`{${names.join(',')}}`)
    const most = [...names.slice(1), 'é'.repeat(63).concat('x'.repeat(room))]
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('upsert_user_tokens', tokens({ p_scopes: most }))
      expect(await scene.rows('get_user_tokens', { p_user_id: ada })).toMatchObject([
        { scopes: most },
      ])
      const over = [...most.slice(0, -1), `${most.at(-1) ?? ''}x`]
      const refusal = await scene.refusal('upsert_user_tokens', tokens({ p_scopes: over }))
      expect(['22023', '23514']).toContain(refusal.code)
    })
  })

  test('the users themselves may neither store nor read tokens', async () => {
    await withScene(db, async (scene) => {
      await scene.asUser(ada)
      expect((await scene.refusal('upsert_user_tokens', tokens())).code).toBe('42501')
      expect((await scene.refusal('get_user_tokens', { p_user_id: ada })).code).toBe('42501')
    })
  })
})

describe('get_user_tokens', () => {
  test('the server gets the ciphertext as it was stored, of the provider it asks for', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('upsert_user_tokens', tokens())
      const row = {
        access_token: access,
        refresh_token: refresh,
        expires_at: later,
        scopes,
        is_expired: false,
      }
      expect(await scene.rows('get_user_tokens', { p_user_id: ada })).toEqual([row])
      expect(await scene.rows('get_user_tokens', { p_user_id: ada, p_provider: 'google' })).toEqual(
        [row],
      )
      expect(await scene.rows('get_user_tokens', { p_user_id: ada, p_provider: 'github' })).toEqual(
        [],
      )
      expect(await scene.rows('get_user_tokens', { p_user_id: bob })).toEqual([])
    })
  })

  test.each([
    ['now()', true],
    ["now() - interval '1 microsecond'", true],
    ["now() + interval '1 microsecond'", false],
  ])(
    'with an expiry of %s, is_expired is %s, for the server and in the status',
    async (expiry, expired) => {
      await withScene(db, async (scene) => {
        await scene.text(`
        insert into public.user_tokens (user_id, access_token, expires_at)
        values ('${ada}', '${access}', ${expiry})
      `)
        await scene.asServer()
        expect(await scene.rows('get_user_tokens', { p_user_id: ada })).toMatchObject([
          { is_expired: expired },
        ])
        await scene.asUser(ada)
        expect(await scene.rows('get_user_token_status', { p_user_id: ada })).toMatchObject([
          { is_expired: expired },
        ])
      })
    },
  )
})

describe('get_user_token_status', () => {
  test.each([
    ['the user', async (scene: Scene) => scene.asUser(ada)],
    ['the server', async (scene: Scene) => scene.asServer()],
  ])('%s sees that there is a connection, without a secret', async (_, begin) => {
    await withScene(db, async (scene) => {
      await scene.query(sql`
        insert into public.user_tokens (user_id, access_token, refresh_token, expires_at, scopes, updated_at)
        values (${ada}, ${access}, ${refresh}, ${later}, ${scopes}, '2026-01-01Z')
      `)
      await begin(scene)
      const status = {
        provider: 'google',
        scopes,
        expires_at: later,
        is_expired: false,
        updated_at: '2026-01-01T00:00:00+00:00',
      }
      expect(await scene.rows('get_user_token_status', { p_user_id: ada })).toEqual([status])
      expect(
        await scene.rows('get_user_token_status', { p_user_id: ada, p_provider: 'google' }),
      ).toEqual([status])
      expect(
        await scene.rows('get_user_token_status', { p_user_id: ada, p_provider: 'github' }),
      ).toEqual([])
    })
  })

  test('nobody sees the connection of another user', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('upsert_user_tokens', tokens())
      await scene.asUser(bob)
      expect(await scene.refusal('get_user_token_status', { p_user_id: ada })).toMatchObject({
        code: '42501',
        message: 'not allowed to act for this user',
      })
    })
  })

  test('without claims nobody is acted for, not even by the owner', async () => {
    await withScene(db, async (scene) => {
      await scene.asOwner()
      expect((await scene.refusal('get_user_token_status', { p_user_id: ada })).code).toBe('42501')
      expect((await scene.refusal('delete_user_tokens', { p_user_id: ada })).code).toBe('42501')
      expect((await scene.refusal('delete_google_oauth_tokens', { p_user_id: ada })).code).toBe(
        '42501',
      )
    })
  })
})

describe('delete_user_tokens', () => {
  test.each([
    ['the user', async (scene: Scene) => scene.asUser(ada)],
    ['the server', async (scene: Scene) => scene.asServer()],
  ])('%s disconnects one provider, and nothing else', async (_, begin) => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      for (const user of [ada, bob]) {
        for (const provider of ['github', 'google']) {
          await scene.value('upsert_user_tokens', tokens({ p_user_id: user, p_provider: provider }))
        }
      }
      await begin(scene)
      await scene.value('delete_user_tokens', { p_user_id: ada })
      await scene.asOwner()
      expect(await left(scene)).toEqual([
        { user_id: ada, provider: 'github' },
        { user_id: bob, provider: 'github' },
        { user_id: bob, provider: 'google' },
      ])
      await begin(scene)
      await scene.value('delete_user_tokens', { p_user_id: ada, p_provider: 'github' })
      await scene.asOwner()
      expect(await left(scene)).toEqual([
        { user_id: bob, provider: 'github' },
        { user_id: bob, provider: 'google' },
      ])
    })
  })

  test('without tokens there is nothing to do and nothing wrong', async () => {
    await withScene(db, async (scene) => {
      await scene.asUser(ada)
      await scene.value('delete_user_tokens', { p_user_id: ada })
      expect(await scene.rows('get_user_token_status', { p_user_id: ada })).toEqual([])
    })
  })

  test('nobody disconnects another user', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('upsert_user_tokens', tokens())
      await scene.asUser(bob)
      expect(await scene.refusal('delete_user_tokens', { p_user_id: ada })).toMatchObject({
        code: '42501',
        message: 'not allowed to act for this user',
      })
    })
  })
})

function tokens(change: Args = {}): Args {
  return {
    p_user_id: ada,
    p_provider: 'google',
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
    from public.user_tokens as t
    order by provider
  `)
  return rows.map(({ token }) => token)
}

async function left(scene: Scene): Promise<unknown> {
  return scene.query(sql`
    select user_id, provider from public.user_tokens order by user_id = ${bob}, provider
  `)
}
