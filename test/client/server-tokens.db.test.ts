import { describe, expect, it } from 'vitest'
import { openTokenStore } from '../../client/server-tokens.ts'
import type { TokenStore } from '../../client/server-tokens.ts'
import { fingerprintOf, generateKey, parseKeyRing } from '../../client/tokens.ts'
import { sql, withTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { clientOf } from './data-api.ts'

// supabase-js makes the requests; what the Data API would do with them is done by data-api.ts, in a real database.

const [ada, bob] = [
  '00000000-0000-4000-8000-00000000ada0',
  '00000000-0000-4000-8000-00000000b0b0',
] as const
const [one, two] = [generateKey(1), generateKey(2)]
const google = { userId: ada, provider: 'google' }
const tokens = {
  accessToken: 'the access token',
  refreshToken: 'the refresh token',
  expiresAt: new Date('2999-01-01T00:00:00.000Z'),
  scopes: ['email', 'drive'],
}

interface World {
  readonly db: TestDatabase
  /** The store of a server with these keys. */
  readonly store: (keys?: string, role?: string) => TokenStore
}

async function withWorld(use: (world: World) => Promise<void>): Promise<void> {
  await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (db) => {
    await db.query(sql`insert into auth.users (id) values (${ada}), (${bob})`)
    for (const [version, key] of parseKeyRing(`${one},${two}`).keys) {
      await db.query(sql`
        insert into private.encryption_keys (version, fingerprint)
        values (${version}, ${fingerprintOf(key)})
      `)
    }
    const store = (keys = one, role = 'service_role'): TokenStore =>
      openTokenStore(clientOf({ db: db.owner }, { role, sub: ada }), parseKeyRing(keys))
    await use({ db, store })
  })
}

function at(minute: number): Date {
  return new Date(Date.UTC(2026, 0, 1, 0, minute))
}

describe('the store of tokens', () => {
  it('gives back what it was given, and the database has none of it in clear', async () => {
    await withWorld(async ({ db, store }) => {
      await store().save(google, tokens)
      expect(await store().read(google)).toEqual({ ...tokens, isExpired: false })
      expect(await store().read({ ...google, provider: 'github' })).toBeUndefined()
      expect(await store().read({ ...google, userId: bob })).toBeUndefined()
      const [row] = await db.query(
        sql`select to_jsonb(t)::text as row from public.user_tokens as t`,
      )
      expect(String(row?.['row'])).not.toContain(tokens.refreshToken)
      expect(String(row?.['row'])).toContain('"v1.')
      expect(JSON.stringify(row)).not.toContain(tokens.accessToken)
    })
  })

  it('keeps the refresh token and the scopes when a refresh brings none', async () => {
    await withWorld(async ({ store }) => {
      await store().save(google, tokens)
      const expiresAt = new Date('2026-01-01T00:00:00.000Z')
      await store(`${two},${one}`).save(google, { accessToken: 'the next', expiresAt })
      expect(await store(`${one},${two}`).read(google)).toEqual({
        ...tokens,
        accessToken: 'the next',
        expiresAt,
        isExpired: true,
      })
    })
  })

  it('lists connections by their expiry, a page at a time', async () => {
    await withWorld(async ({ store }) => {
      await store().save(google, { ...tokens, expiresAt: at(5) })
      await store().save({ ...google, userId: bob }, { ...tokens, expiresAt: at(1) })
      await store().save({ ...google, provider: 'github' }, { ...tokens, expiresAt: at(6) })
      const first = { userId: bob, provider: 'google', expiresAt: at(1) }
      const second = { ...google, expiresAt: at(5) }
      expect(await store().listExpiring({ before: at(5) })).toEqual([first, second])
      expect(await store().listExpiring({ before: at(5), since: at(2) })).toEqual([second])
      expect(await store().listExpiring({ before: at(9), limit: 1 })).toEqual([first])
    })
  })

  it('says why a token is not stored: no refresh token, a key that is not registered, one that is retired', async () => {
    await withWorld(async ({ db, store }) => {
      const { refreshToken: _, ...first } = tokens
      await expect(store().save(google, first)).rejects.toMatchObject({
        code: '22004',
        message: 'p_refresh_token must not be null when none is stored',
      })
      await expect(store(generateKey(3)).save(google, tokens)).rejects.toMatchObject({
        code: '22023',
        message: 'no key of version 3 is registered',
      })
      await db.query(sql`update private.encryption_keys set retired_at = now() where version = 1`)
      await expect(store().save(google, tokens)).rejects.toMatchObject({
        code: '22023',
        message: 'the key of version 1 is retired',
        hint: 'Encrypt with a key in use. The first entry of AURA_TOKEN_KEYS is the one that encrypts.',
      })
    })
  })

  it('refuses what was moved to another user, and a ring without the key', async () => {
    await withWorld(async ({ db, store }) => {
      await store().save(google, tokens)
      await expect(store(two).read(google)).rejects.toThrow('the token cannot be decrypted')
      await db.query(sql`update public.user_tokens set user_id = ${bob}`)
      await expect(store().read({ ...google, userId: bob })).rejects.toThrow(
        'the token cannot be decrypted',
      )
    })
  })

  it('is closed to a browser', async () => {
    await withWorld(async ({ store }) => {
      await store().save(google, tokens)
      const browser = store(one, 'authenticated')
      const refused = { code: '42501' }
      await expect(browser.save(google, tokens)).rejects.toMatchObject(refused)
      await expect(browser.read(google)).rejects.toMatchObject(refused)
      await expect(browser.listExpiring({ before: new Date() })).rejects.toMatchObject(refused)
    })
  })
})
