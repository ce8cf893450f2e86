import { describe, expect, it } from 'vitest'
import { exitOf, renderKeys } from '../../../aura/keys/render-keys.ts'
import { decrypt, encrypt, generateKey, parseKeyRing, versionOf } from '../../../client/tokens.ts'
import { withSession } from '../../../src/postgres/connect.ts'
import { plain } from '../../../src/report/paint.ts'
import { sql, withTestDatabase } from '../../support/database.ts'
import { longer } from '../../support/sample.ts'
import { contextFor } from '../../support/target.ts'
import { keysCommand } from '../../../aura/keys/keys-command.ts'
import { addUser, readStored, tokenColumns, tokenOf, useKeysWorld } from './world.ts'

const withKeysWorld = useKeysWorld()
const [one, two, three] = [generateKey(1), generateKey(2), generateKey(3)] as const
const environment = 'test'
const asked = {
  environment,
  address: expect.stringMatching(/^postgres@[\w.]+:\d+\/workbench_scratch_\w+$/),
}
const rotate = { action: 'rotate', environment, batch: 2 } as const
const check = { action: 'check', environment, batch: 2 } as const
const register = { action: 'register', environment } as const

describe('keys register', () => {
  it('stores the fingerprint of a key once, and no more of it', async () => {
    await withKeysWorld(async ({ db, run }) => {
      const first = await run(register, { line: `${one}\n` })
      expect(first).toEqual({
        ...asked,
        action: 'register',
        changed: true,
        version: 1,
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        retired: false,
      })
      expect(await run(register, { line: one })).toEqual({ ...first, changed: false })
      expect(await db.query(sql`select version, retired_at from private.encryption_keys`)).toEqual([
        { version: 1, retired_at: null },
      ])
      expect(JSON.stringify(first)).not.toContain(one.slice(2))
    })
  })

  it('refuses another key of a version, and a key of another version', async () => {
    await withKeysWorld(async ({ run }) => {
      await run(register, { line: one })
      await expect(run(register, { line: generateKey(1) })).rejects.toThrow(
        'Version 1 is registered with another key, so nothing was done. A new key gets a new version: npm run keys generate 2',
      )
      await expect(run(register, { line: `7${one.slice(1)}` })).rejects.toThrow(
        'This key is registered as version 1, so nothing was done. Each version is another key: npm run keys generate 2',
      )
    })
  })

  it.each([
    ['', /^No key was given, so nothing was done\./],
    ['1:AAAA', /^The key cannot be used: entry 1 of the key ring, version 1: the key has 3 bytes/],
    [`${one},${two}`, /^The key cannot be used: there is more than one entry\./],
    [`${one} ${two}`, /^The key cannot be used: entry 1 of the key ring is not VERSION:BASE64\./],
  ])('refuses %# before a database is asked, without a word of it', async (line, sentence) => {
    await withKeysWorld(async ({ run }) => {
      const refusal = run({ action: 'register', environment: 'staging' }, { line })
      await expect(refusal).rejects.toThrow(
        expect.objectContaining({ name: 'UserError', message: expect.stringMatching(sentence) }),
      )
      await expect(refusal).rejects.not.toThrow(one.slice(2))
    })
  })
})

describe('keys retire', () => {
  it('refuses new tokens of the version from then on, and says what is left', async () => {
    await withKeysWorld(async ({ db, run, register: add }) => {
      await add(one)
      await addUser(db, one)
      const retire = { action: 'retire', environment, version: 1 } as const
      const value = { ...asked, action: 'retire', version: 1, tokens: 6, inUse: [] }
      expect(await run(retire)).toEqual({ ...value, changed: true })
      const again = await run(retire)
      expect(again).toEqual({ ...value, changed: false })
      expect(renderKeys(again, plain).split('\n').slice(1)).toEqual([
        'Nothing to do: version 1 is retired.',
        '6 tokens of it can be read still. Next: npm run keys rotate test',
        'No key is in use: no token can be stored until one is registered.',
      ])
      await expect(addUser(db, one)).rejects.toThrow('the key of version 1 is retired')
    })
  })

  it.skipIf(longer.skip)(
    'says that it waits in vain for a transaction that is left open',
    async () => {
      await withKeysWorld(async ({ db, run, register: add }) => {
        await add(one)
        await withSession(db.url, async (writer) => {
          await writer.query(sql`begin`)
          await writer.query(sql`select from private.encryption_keys for share`)
          await expect(run({ action: 'retire', environment, version: 1 })).rejects.toThrow(
            'canceling statement due to lock timeout (55P03). Another session holds a lock on it. npm run status shows who migrates, pg_stat_activity the others. Wait until it has ended. Run the same command again.',
          )
        })
      })
    },
  )

  it('refuses a version that is not registered', async () => {
    await withKeysWorld(async ({ run }) => {
      await expect(run({ action: 'retire', environment, version: 9 })).rejects.toThrow(
        'test: no key of version 9 is registered. Registered: none.',
      )
    })
  })
})

describe('keys rotate', () => {
  it('encrypts every token of retired versions with the first key, and no other', async () => {
    await withKeysWorld(async ({ db, run, register: add }) => {
      await add(one, two, three)
      const old = await Promise.all([1, 2, 3, 4, 5].map(async () => addUser(db, one)))
      const other = await addUser(db, two)
      const before = await readStored(db)
      await run({ action: 'retire', environment, version: 1 })
      const keys = [three, one].join()
      const result = await run(rotate, { keys })
      expect(result).toEqual({
        ...asked,
        action: 'rotate',
        version: 3,
        columns: tokenColumns
          .map((column) => ({ column, rotated: 5, left: 0 }))
          .toSorted((a, b) => order(a.column) - order(b.column)),
      })
      const stored = await readStored(db)
      expect(
        stored.map(({ user, column, token }) => ({ user, column, version: versionOf(token) })),
      ).toEqual(
        before.map(({ user, column }) => ({ user, column, version: old.includes(user) ? 3 : 2 })),
      )
      const ring = parseKeyRing([three, two].join())
      expect(
        stored.map(({ user, column, token }) =>
          decrypt(token, { userId: user, provider: 'google', column }, ring),
        ),
      ).toEqual(stored.map(({ user, column }) => tokenOf(user, column)))
      expect(stored.filter(({ user }) => user === other)).toEqual(
        before.filter(({ user }) => user === other),
      )
      expect(await run(rotate, { keys })).toMatchObject({ columns: [] })
    })
  })

  it.skipIf(longer.skip)('leaves a token that no key opens, goes on, and ends with 2', async () => {
    await withKeysWorld(async ({ db, run, register: add }) => {
      await add(one, two)
      const [ada, bob] = [await addUser(db, one), await addUser(db, one)]
      await db.query(sql`
        update public.user_tokens as t set access_token = o.access_token
        from public.user_tokens as o where t.user_id = ${ada} and o.user_id = ${bob}
      `)
      await run({ action: 'retire', environment, version: 1 })
      const result = await run({ ...rotate, batch: 1 }, { keys: [two, one].join() })
      expect(result).toMatchObject({
        columns: expect.arrayContaining([
          { column: 'user_tokens.access_token', rotated: 1, left: 1 },
          { column: 'user_tokens.refresh_token', rotated: 2, left: 0 },
        ]),
      })
      expect(exitOf(result)).toBe(2)
      expect(renderKeys(result, plain)).toContain(
        '1 token cannot be opened and stayed. More: npm run keys check',
      )
    })
  })

  it.skipIf(longer.skip)(
    'overwrites nothing that somebody writes meanwhile, and waits for it',
    async () => {
      await withKeysWorld(async ({ db, run, register: add }) => {
        await add(one, two)
        const ada = await addUser(db, one)
        await run({ action: 'retire', environment, version: 1 })
        const column = 'user_tokens.access_token'
        const fresh = encrypt(
          'fresh',
          { userId: ada, provider: 'google', column },
          parseKeyRing(two),
        )
        await withSession(db.url, async (writer) => {
          await writer.query(sql`begin`)
          await writer.query(sql`
          update public.user_tokens set access_token = ${fresh} where user_id = ${ada}
        `)
          const rotation = run(rotate, { keys: [two, one].join() })
          await untilBlocked(db)
          // readers see the token all the while
          expect((await readStored(db)).filter((stored) => stored.column === column)).toHaveLength(
            1,
          )
          await writer.query(sql`commit`)
          const result = await rotation
          expect(result).toMatchObject({
            columns: expect.arrayContaining([{ column, rotated: 0, left: 0 }]),
          })
        })
        const stored = await readStored(db)
        expect(stored.find((each) => each.column === column)?.token).toBe(fresh)
        expect(new Set(stored.map(({ token }) => versionOf(token)))).toEqual(new Set([2]))
      })
    },
  )

  it.skipIf(longer.skip)('may run twice at once', async () => {
    await withKeysWorld(async ({ db, run, register: add }) => {
      await add(one, two)
      for (let user = 0; user < 12; user += 1) await addUser(db, one)
      await run({ action: 'retire', environment, version: 1 })
      const keys = [two, one].join()
      const runs = [3, 5, 7].map(async (batch) => run({ ...rotate, batch }, { keys }))
      const results = await Promise.all(runs)
      const rotated = results.flatMap((result) =>
        result.action === 'rotate' ? result.columns : [],
      )
      expect(rotated.reduce((sum, column) => sum + column.rotated, 0)).toBe(72)
      expect(await run(check, { keys: two })).toMatchObject({ unopened: [] })
    })
  })

  const rings: readonly (readonly [string, RegExp])[] = [
    ['', /^AURA_TOKEN_KEYS: the key ring is empty\. Set it in the shell or in \.env\.test: /],
    [
      '1:AAAA',
      /^AURA_TOKEN_KEYS: entry 1 of the key ring, version 1: the key has 3 bytes, it must have 32\./,
    ],
    [one, /^AURA_TOKEN_KEYS begins with version 1, which is retired\. Put a key in use first\./],
    [three, /^AURA_TOKEN_KEYS begins with version 3, which is not registered\. /],
    [generateKey(2), /^AURA_TOKEN_KEYS begins with version 2, but another key is registered/],
    [two, /^AURA_TOKEN_KEYS lacks version 1, which tokens still need\. /],
    [
      `${two},${generateKey(1)}`,
      /^AURA_TOKEN_KEYS has another key as version 1 than the registered/,
    ],
  ]

  it('refuses a ring that cannot do it by a sentence, and changes nothing', async () => {
    await withKeysWorld(async ({ db, run, register: add }) => {
      await add(one, two)
      await addUser(db, one)
      await run({ action: 'retire', environment, version: 1 })
      const before = await readStored(db)
      for (const [keys, sentence] of rings) {
        await expect(run(rotate, { keys })).rejects.toThrow(
          expect.objectContaining({ name: 'UserError', message: expect.stringMatching(sentence) }),
        )
      }
      expect(await readStored(db)).toEqual(before)
    })
  })
})

describe('keys remove', () => {
  it('refuses a key in use, then one that tokens name, and removes it then', async () => {
    await withKeysWorld(async ({ db, run, register: add }) => {
      const remove = { action: 'remove', environment, version: 1 } as const
      await add(one, two)
      await addUser(db, one)
      await expect(run(remove)).rejects.toThrow(
        'Version 1 is in use, so it was not removed. Retire it first: npm run keys retire 1 test',
      )
      await run({ action: 'retire', environment, version: 1 })
      await expect(run(remove)).rejects.toThrow(
        'Version 1 was not removed: 6 tokens name it still. Encrypt them with another key first: npm run keys rotate test',
      )
      await run(rotate, { keys: [two, one].join() })
      expect(await run(remove)).toEqual({ ...asked, action: 'remove', version: 1 })
      await expect(run(remove)).rejects.toThrow('no key of version 1 is registered. Registered: 2.')
    })
  })
})

describe('keys check', () => {
  it('counts the tokens of each key and opens all of them', async () => {
    await withKeysWorld(async ({ db, run, register: add }) => {
      await add(one, two)
      await addUser(db, one)
      const result = await run(check, { keys: [one, two].join() })
      expect(result).toEqual({
        ...asked,
        action: 'check',
        keys: [
          { version: 1, fingerprint: expect.any(String), retired: false, tokens: 6, held: 'same' },
          { version: 2, fingerprint: expect.any(String), retired: false, tokens: 0, held: 'same' },
        ],
        unopened: [],
        obstacle: undefined,
      })
      expect(exitOf(result)).toBe(0)
    })
  })

  it('names the rows that no key opens, and ends with 2', async () => {
    await withKeysWorld(async ({ db, run, register: add }) => {
      await add(one, two)
      const ada = await addUser(db, one)
      const [row] = await db.query(sql`select id from public.oauth_tokens`)
      const result = await run(check, { keys: [two, generateKey(1)].join() })
      expect(exitOf(result)).toBe(2)
      expect(result).toMatchObject({
        keys: [
          { version: 1, held: 'other' },
          { version: 2, held: 'same' },
        ],
        unopened: expect.arrayContaining([
          { column: 'oauth_tokens.access_token', version: 1, count: 1, ids: [row?.['id']] },
          { column: 'profiles.google_access_token', version: 1, count: 1, ids: [ada] },
        ]),
      })
    })
  })

  it('ends with 2 when the first key cannot encrypt for this database', async () => {
    await withKeysWorld(async ({ run, register: add }) => {
      await add(one)
      const result = await run(check, { keys: [two, one].join() })
      expect(exitOf(result)).toBe(2)
      expect(renderKeys(result, plain)).toContain('begins with version 2, which is not registered')
    })
  })
})

it('a database without the migrations is refused by a sentence', async () => {
  await withTestDatabase({ kind: 'platform', mode: 'today' }, async (db) => {
    await expect(
      keysCommand(
        await contextFor(db.url),
        { action: 'retire', environment, version: 1 },
        async () => '',
      ),
    ).rejects.toThrow(
      'test: the database is at a version that cannot register and retire keys. Apply the migrations first: npm run apply test',
    )
  })
})

/** The order in which a rotation takes the columns. */
function order(column: string): number {
  return ['oauth_tokens', 'user_tokens', 'profiles'].findIndex((table) => column.startsWith(table))
}

async function untilBlocked(db: {
  query: (query: ReturnType<typeof sql>) => Promise<readonly unknown[]>
}): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const waiting = await db.query(sql`
      select 1 from pg_catalog.pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
    `)
    if (waiting.length > 0) return
    await db.query(sql`select pg_sleep(0.005)`)
  }
  throw new Error('no session waits for the other')
}
